package org.ara.sip.call;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.pbx.TransferResult;
import org.ara.pbx.media.MediaPort;
import org.ara.sip.answer.Answers;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.route.Router;
import org.ara.sip.rtp.KeyMode;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.transaction.ClientTransaction;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leg of a call that goes out: from INVITE to its final response, then a {@link Conversation}.
 * A 2xx that comes too late, or from a second fork, is acknowledged and ended.
 */
final class OutgoingLeg implements SipLeg, ResponseListener {

  private static final Logger LOG = LoggerFactory.getLogger(OutgoingLeg.class);

  private final Line line;
  private final Channel channel;
  private final Target.Reachable target;
  private final Retries retries;
  private final LegMedia media;
  private final Optional<DigestClient> digest;
  private final EarlyDialogs early = new EarlyDialogs();
  private SipRequest invite;
  private Hop hop;
  private @Nullable ClientTransaction transaction;
  private @Nullable Dialog dialog;
  private @Nullable Conversation conversation;
  private @Nullable DialogId gone;
  private boolean over;
  private volatile String lastMessage = "Init: INVITE";

  OutgoingLeg(
      Line line,
      Channel channel,
      Target.Reachable target,
      Router router,
      LegMedia media,
      CallerId caller,
      RandomGenerator random) {
    this.line = line;
    this.channel = channel;
    this.media = media;
    this.digest = target.peer().outgoing().map(secret -> new DigestClient(secret, random));
    String offer = media.offer();
    SipRequest first = Invitations.first(line, target, target.hop(), caller, offer);
    this.target = target.sized(first, router);
    this.hop = this.target.hop();
    this.invite =
        hop.equals(target.hop()) ? first : Invitations.first(line, this.target, hop, caller, offer);
    this.retries = new Retries(target.peer(), digest, router, this.target.hops());
    KeyMode keys = target.peer().media().keys();
    boolean brief = keys == KeyMode.SHORTINFO;
    media
        .session()
        .keys(
            keys,
            key -> channel.signal(new Signal.Digit(key)),
            key -> begun().ifPresent(conversation -> conversation.requests().tell(key, brief)));
    line.calls().add(this);
    line.calls().addCalling(half(), this);
  }

  @Override
  public void call() {
    synchronized (this) {
      if (!over) {
        send();
      }
    }
  }

  private void send() {
    lastMessage = "Tx: INVITE";
    transaction = line.layer().send(invite, hop, retries.pace(), this);
  }

  @Override
  public void provisional(SipResponse response) {
    received(response);
    synchronized (this) {
      if (over || conversation != null) {
        return;
      }
    }
    readably(response, this::acknowledgeProvisional);
    boolean early =
        LegMedia.describes(response) && media.accept(response) instanceof Outcome.Agreed;
    if (early) {
      channel.signal(new Signal.Progress());
    }
    if (response.status() == 180) {
      channel.signal(new Signal.Ringing());
    } else if (!early) {
      channel.signal(new Signal.Proceeding());
    }
  }

  /** Sends the PRACK of a response that wants one (RFC 3262 section 4). */
  private void acknowledgeProvisional(SipResponse response) {
    boolean reliable = ReliableResponses.names(response, HeaderName.REQUIRE);
    if (reliable && response.to().tag() != null && early.isNext(invite(), response)) {
      Dialog made = dialog(response);
      String rack = response.headers().first(HeaderName.RSEQ) + " " + response.cseq();
      new DialogRequest(
              line.layer(),
              made,
              digest.map(DigestClient::again),
              () -> made.request(Method.PRACK).header(HeaderName.RACK, rack).build(),
              DialogRequest.Outcome.IGNORED)
          .send();
    }
  }

  @Override
  public void finalResponse(SipResponse response) {
    received(response);
    if (response.isSuccess()) {
      readably(response, this::succeeded);
    } else if (!tried(response) && !(response.status() == 503 && triedElsewhere())) {
      readably(response, this::forward);
      end(Causes.cause(response.status()));
    }
  }

  /** A response whose Contact or Record-Route makes no sense ends the call. */
  private void readably(SipResponse response, Consumer<SipResponse> action) {
    try {
      action.accept(response);
    } catch (SipSyntaxException e) {
      LOG.warn("peer '{}' sent an unreadable {}: {}", name(), response.status(), e.getMessage());
      end(HangupCause.INTERWORKING);
    }
  }

  /** A callee that has moved and may not lead anywhere it likes names a number of the dialplan. */
  private void forward(SipResponse response) {
    Optional<String> number = retries.number(response);
    if (isOpen()) {
      number.ifPresent(to -> channel.signal(new Signal.Forwarded(to)));
    }
  }

  /** Tries once more where that makes sense. */
  private boolean tried(SipResponse refusal) {
    return isOpen() && again(retries.after(invite(), refusal, hop()));
  }

  /** Tries the next server, if there is one. */
  private boolean triedElsewhere() {
    return isOpen()
        && again(
            retries.elsewhere(
                invite(), hop(), to -> media.offer(line.state().get().settings().media(), to)));
  }

  private synchronized boolean isOpen() {
    return !over && conversation == null;
  }

  private synchronized boolean again(Optional<Retries.Retry> next) {
    if (next.isEmpty() || over) {
      return false;
    }
    invite = next.get().invite();
    hop = next.get().hop();
    send();
    return true;
  }

  private void succeeded(SipResponse response) {
    Dialog made = dialog(response);
    line.layer().sendAck(made.ack(invite()), made.hop());
    boolean usable =
        LegMedia.describes(response)
            ? media.accept(response) instanceof Outcome.Agreed
            : media.isAgreed();
    Optional<Conversation> begun = begin(made, response);
    if (begun.isEmpty()) {
      bye(made);
    } else if (!usable) {
      LOG.warn("peer '{}' answered without usable media", name());
      begun.get().hangup(HangupCause.BEARER_NOT_AVAILABLE);
    } else {
      channel.signal(new Signal.Answered());
    }
  }

  /** The conversation that a 2xx begins; none if the call is over by now. */
  private synchronized Optional<Conversation> begin(Dialog made, SipResponse response) {
    dialog = made;
    media.place().answered();
    if (!over) {
      conversation =
          new Conversation(
              line,
              made,
              media,
              channel,
              target.peer(),
              response,
              digest.map(DigestClient::again),
              this::forget);
      conversation.settled(SessionTerms.answered(invite, response));
    }
    return begun();
  }

  private synchronized Optional<Conversation> begun() {
    return Optional.ofNullable(conversation);
  }

  /**
   * Answers a request of a dialog whose 2xx was not seen yet: each message has a thread of its own,
   * and datagrams overtake each other. A BYE ends the call at once, anything else may come again.
   */
  void answer(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    boolean bye = request.method().equals(Method.BYE);
    boolean ended = false;
    Optional<Conversation> begun;
    synchronized (this) {
      begun = begun();
      if (bye && begun.isEmpty()) {
        gone = DialogId.of(request);
        ended = isEndedNow();
      }
    }
    if (begun.isPresent()) {
      begun.get().answer(transaction);
    } else if (bye) {
      transaction.respond(Answers.of(line.state().get(), request, 200).build());
      if (ended) {
        finish(Causes.ofReason(request.headers().first(HeaderName.REASON)));
      }
    } else {
      transaction.respond(
          Answers.of(line.state().get(), request, 500).header(HeaderName.RETRY_AFTER, "1").build());
    }
  }

  @Override
  public void furtherSuccess(SipResponse response) {
    readably(response, this::forked);
  }

  private void forked(SipResponse response) {
    Dialog other = dialog(response);
    line.layer().sendAck(other.ack(invite()), other.hop());
    if (!isDialog(other.id())) {
      bye(other);
    }
  }

  private synchronized boolean isDialog(DialogId id) {
    return dialog != null && dialog.id().equals(id);
  }

  private Dialog dialog(SipResponse response) {
    boolean always = target.peer().trunk().proxy().always();
    boolean fixed = target.peer().access().nat().rport() == NatPolicy.Switch.YES;
    return early.of(
        invite(),
        response,
        first -> Dialog.calling(invite(), first, Line.contact(null, hop()), hop(), fixed, always));
  }

  private void bye(Dialog unwanted) {
    synchronized (this) {
      if (unwanted.id().equals(gone)) {
        return;
      }
    }
    new DialogRequest(
            line.layer(),
            unwanted,
            digest.map(DigestClient::again),
            () -> unwanted.request(Method.BYE).build(),
            DialogRequest.Outcome.IGNORED)
        .send();
  }

  @Override
  public void timeout() {
    if (!triedElsewhere()) {
      end(HangupCause.NO_USER_RESPONSE);
    }
  }

  @Override
  public void transportError(String reason) {
    if (!triedElsewhere()) {
      LOG.warn("no call to '{}': {}", name(), reason);
      end(HangupCause.DESTINATION_OUT_OF_ORDER);
    }
  }

  @Override
  public void hangup(HangupCause cause) {
    if (end(cause)) {
      cancel();
    } else {
      begun().ifPresent(conversation -> conversation.hangup(cause));
    }
  }

  private synchronized void cancel() {
    if (transaction != null) {
      transaction.cancel();
    }
  }

  /** Ends a call that nobody answered yet; false if it was answered, or is over. */
  private boolean end(HangupCause cause) {
    boolean ended = isEndedNow();
    if (ended) {
      finish(cause);
    }
    return ended;
  }

  /** Whether it is this caller who ends the call before there is a conversation. */
  private synchronized boolean isEndedNow() {
    boolean ending = !over && conversation == null;
    over |= ending;
    return ending;
  }

  private void finish(HangupCause cause) {
    media.close();
    line.calls().remove(this);
    line.calls().giveUp(half(), this);
    channel.signal(new Signal.HungUp(cause));
  }

  private void received(SipResponse response) {
    lastMessage = "Rx: " + response.status() + ' ' + response.reason();
  }

  private void forget() {
    line.calls().remove(this);
    line.calls().removeCalling(half());
  }

  /** What all dialogs of this call have in common; the same for every INVITE of it. */
  private DialogId half() {
    SipRequest any = invite();
    String ours = any.from().tag();
    return new DialogId(any.callId(), ours == null ? "" : ours, "");
  }

  private synchronized Hop hop() {
    return hop;
  }

  private synchronized SipRequest invite() {
    return invite;
  }

  private String name() {
    return target.peer().name();
  }

  @Override
  public void ringing() {
    // Only callers are told.
  }

  @Override
  public void proceeding() {
    // Only callers are told.
  }

  @Override
  public void progress() {
    // Only callers are told.
  }

  @Override
  public void answer() {
    // Only callers are answered.
  }

  @Override
  public TransferResult transfer(String destination) {
    return begun()
        .map(Conversation::requests)
        .flatMap(requests -> requests.destination(destination).map(requests::refer))
        .orElse(TransferResult.FAILURE);
  }

  @Override
  public MediaPort media() {
    return media.session();
  }

  @Override
  public CallView view() {
    String last = begun().map(Conversation::lastMessage).orElse(lastMessage);
    return media.view(target.hop(), name(), invite().callId(), last, name(), channel.name(), false);
  }
}
