package org.ara.sip.call;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ara.pbx.Pbx;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.Gate;
import org.ara.sip.answer.State;
import org.ara.sip.message.Capabilities;
import org.ara.sip.message.Method;
import org.ara.sip.message.RequestValidator;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.qualify.Probes;
import org.ara.sip.registrar.Registrar;
import org.ara.sip.route.Router;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transaction.TransactionUser;
import org.ara.sip.transport.Hop;

/** Where requests go: to the registrar, to the conversation they belong to, or to a new call. */
public final class Switchboard implements TransactionUser {

  private static final RequestValidator VALIDATOR =
      new RequestValidator(
          new Capabilities(
              Set.of(
                  Method.INVITE,
                  Method.ACK,
                  Method.CANCEL,
                  Method.OPTIONS,
                  Method.BYE,
                  Method.INFO,
                  Method.NOTIFY,
                  Method.PRACK,
                  Method.REFER,
                  Method.REGISTER,
                  Method.SUBSCRIBE,
                  Method.UPDATE),
              Set.of(Method.MESSAGE, Method.PUBLISH),
              Set.of("replaces", "path", SessionTerms.TAG, ReliableResponses.TAG),
              Set.of(LegMedia.TYPE)));

  private final Line line;
  private final Registrar registrar;
  private final Probes probes;
  private final Subscribing subscribing;
  private final IncomingCalls incoming;
  private final Questions questions;
  private final Pbx pbx;
  private final RandomGenerator random;

  /**
   * The user of a transaction layer.
   *
   * @param state the configuration in force
   * @param random for session numbers and cnonces
   */
  public Switchboard(
      Supplier<State> state,
      TransactionLayer layer,
      Calls calls,
      Registrar registrar,
      Probes probes,
      Subscribing subscribing,
      Pbx pbx,
      RandomGenerator random) {
    this.line = new Line(state, layer, calls, new Transfers(pbx, calls));
    this.registrar = registrar;
    this.probes = probes;
    this.subscribing = subscribing;
    this.pbx = pbx;
    this.random = random;
    this.incoming = new IncomingCalls(line, pbx, random);
    this.questions = new Questions(pbx);
  }

  /** What makes calls to peers. */
  public OutgoingCalls toPeers(Router router) {
    Callees callees = new PeerCallees(line.calls().uses(), probes, router);
    return new OutgoingCalls(line, callees, pbx, router, random);
  }

  /** What makes calls to endpoints. */
  public OutgoingCalls toEndpoints(Router router) {
    return new OutgoingCalls(line, endpoints(router), pbx, router, random);
  }

  /** Where requests outside calls go. */
  public Addressees addressees(Router router) {
    return new Addressees(endpoints(router), router);
  }

  private EndpointCallees endpoints(Router router) {
    return new EndpointCallees(line.calls().uses(), probes, router);
  }

  @Override
  public Optional<SipResponse> early(SipRequest request, Hop from) {
    return Gate.answer(line.state().get(), request, from);
  }

  @Override
  public void request(ServerTransaction transaction) {
    State state = line.state().get();
    try {
      dispatch(state, transaction);
    } catch (SipSyntaxException e) {
      transaction.respond(Answers.of(state, transaction.request(), 400, "Bad Request"));
    }
  }

  private void dispatch(State state, ServerTransaction transaction) {
    SipRequest request = transaction.request();
    Optional<SipResponse> refusal = VALIDATOR.refusal(request);
    if (refusal.isPresent()) {
      transaction.respond(refusal.get());
    } else if (request.method().equals(Method.REGISTER)) {
      registrar.answer(state, transaction);
    } else if (request.method().equals(Method.SUBSCRIBE)) {
      subscribing.answer(state, transaction);
    } else if (request.to().tag() != null) {
      withinDialog(state, transaction);
    } else if (request.method().equals(Method.INVITE)) {
      incoming.answer(state, transaction);
    } else if (request.method().equals(Method.OPTIONS)) {
      questions.answer(state, transaction);
    } else {
      transaction.respond(Answers.of(state, request, 481).build());
    }
  }

  private void withinDialog(State state, ServerTransaction transaction) {
    SipRequest request = transaction.request();
    DialogId id = DialogId.of(request);
    Optional<Conversation> conversation = line.calls().of(id);
    Optional<IncomingLeg> early = line.calls().early(id);
    Optional<OutgoingLeg> calling = line.calls().calling(id);
    if (conversation.isPresent()) {
      conversation.get().answer(transaction);
    } else if (early.isPresent()) {
      early.get().answer(transaction);
    } else if (calling.isPresent()) {
      calling.get().answer(transaction);
    } else {
      transaction.respond(Answers.of(state, request, 481).build());
    }
  }

  @Override
  public void ack(SipRequest ack, Hop from) {
    line.calls().of(DialogId.of(ack)).ifPresent(conversation -> conversation.ack(ack));
  }

  /** A 2xx of an INVITE whose transaction ended long ago is acknowledged all the same. */
  @Override
  public void strayResponse(SipResponse response, Hop from) {
    if (response.isSuccess() && response.cseq().method().equals(Method.INVITE)) {
      line.calls().answered(response).ifPresent(leg -> leg.furtherSuccess(response));
    }
  }
}
