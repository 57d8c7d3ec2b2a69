package org.ara.sip.call;

import java.security.SecureRandom;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.pbx.TransferResult;
import org.ara.pbx.media.MediaPort;
import org.ara.sip.answer.Answers;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.ReasonPhrase;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Peer;
import org.ara.sip.rtp.KeyMode;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.transaction.ServerTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The leg of a call that came in: from INVITE to its final response, then a {@link Conversation}.
 */
final class IncomingLeg implements SipLeg {

  private final Line line;
  private final ServerTransaction invite;
  private final Channel channel;
  private final Dialog dialog;
  private final LegMedia media;
  private final @Nullable String description;
  private final String peer;
  private final Peer caller;
  private final ReliableResponses reliable;
  private boolean described;
  private @Nullable Conversation conversation;
  private boolean over;
  private volatile String lastMessage = "Rx: INVITE";

  /**
   * A leg of an INVITE that nobody answered yet.
   *
   * @param description our answer to the offer of the INVITE; null if it has none, so that we offer
   * @param peer who calls; its name is empty for a guest
   */
  IncomingLeg(
      Line line,
      ServerTransaction invite,
      Channel channel,
      Dialog dialog,
      LegMedia media,
      @Nullable String description,
      Peer peer) {
    this.line = line;
    this.invite = invite;
    this.channel = channel;
    this.dialog = dialog;
    this.media = media;
    this.description = description;
    this.peer = peer.name();
    this.caller = peer;
    KeyMode keys = peer.media().keys();
    boolean brief = keys == KeyMode.SHORTINFO;
    media
        .session()
        .keys(
            keys,
            key -> channel.signal(new Signal.Digit(key)),
            key -> begun().ifPresent(conversation -> conversation.requests().tell(key, brief)));
    this.reliable =
        new ReliableResponses(
            invite, line.layer()::later, () -> refuse(504, HangupCause.RECOVERY_ON_TIMER_EXPIRE));
    line.calls().add(this);
    line.calls().addEarly(dialog.id(), this);
  }

  /** Heeds a CANCEL; to be called once the channel exists. */
  void watchForCancel() {
    invite.onCancel(() -> refuse(487, HangupCause.NORMAL_CLEARING));
  }

  /**
   * Answers a request that came while the INVITE had no final response yet, as far as its sender
   * could know: a BYE gives the call up (RFC 3261 section 15).
   */
  void answer(ServerTransaction request) {
    if (request.request().method().equals(Method.PRACK)) {
      acknowledged(request);
      return;
    }
    boolean givenUp =
        request.request().method().equals(Method.BYE) && refuse(487, HangupCause.NORMAL_CLEARING);
    Optional<Conversation> begun = begun();
    if (begun.isPresent()) {
      begun.get().answer(request);
    } else {
      int status = givenUp ? 200 : 481;
      request.respond(Answers.of(line.state().get(), request.request(), status).build());
    }
  }

  private void acknowledged(ServerTransaction prack) {
    SipRequest request = prack.request();
    if (!reliable.acknowledged(request)) {
      prack.respond(Answers.of(line.state().get(), request, 481).build());
      return;
    }
    ResponseBuilder ok = Answers.of(line.state().get(), request, 200);
    if (LegMedia.describes(request)) {
      boolean answers = description == null;
      Outcome outcome = answers ? media.accept(request) : media.answer(request);
      if (!answers && outcome instanceof Outcome.Agreed agreed) {
        ok.body(LegMedia.TYPE, LegMedia.bytes(agreed.answer()));
      } else if (!(outcome instanceof Outcome.Agreed)) {
        ok = Answers.of(line.state().get(), request, 488);
      }
    }
    prack.respond(ok.build());
    reliable.goOn();
  }

  @Override
  public void call() {
    // It came in; there is nobody to call.
  }

  @Override
  public synchronized void ringing() {
    if (waits()) {
      announce(response(180), false);
    }
  }

  @Override
  public void proceeding() {
    // 100 is the transaction's business, and 183 without media tells a phone nothing.
  }

  @Override
  public synchronized void progress() {
    if (waits() && (description != null || ReliableResponses.wanted(invite.request()))) {
      announce(response(183), true);
    }
  }

  /** Sends a provisional response, in the way that the caller wants. */
  private void announce(ResponseBuilder response, boolean withMedia) {
    lastMessage = "Tx: " + (withMedia ? "183" : "180");
    String text = description;
    if (ReliableResponses.wanted(invite.request())) {
      boolean offer = text == null && !described;
      if (offer || (withMedia && text != null)) {
        described = true;
        response.body(LegMedia.TYPE, LegMedia.bytes(text == null ? media.offer() : text));
      }
      reliable.send(response);
    } else {
      if (withMedia && text != null) {
        response.body(LegMedia.TYPE, LegMedia.bytes(text));
      }
      respond(response);
    }
  }

  @Override
  public void answer() {
    reliable.whenAcknowledged(this::accept);
  }

  private synchronized void accept() {
    if (!waits() || invite.isCancelled()) {
      return;
    }
    Conversation begun =
        new Conversation(
            line, dialog, media, channel, caller, invite.request(), digest(), this::forget);
    SessionTerms terms = SessionTerms.answering(invite.request(), caller.policy().session());
    conversation = begun;
    line.calls().removeEarly(dialog.id());
    String answer = description;
    boolean offering = answer == null && !described;
    begun.settled(terms);
    ResponseBuilder ok =
        terms
            .into(response(200), invite.request())
            .header(HeaderName.ALLOW, Answers.ALLOWED)
            .header(HeaderName.SUPPORTED, Answers.SUPPORTED);
    if (!described) {
      String text = answer == null ? media.offer() : answer;
      ok.body(LegMedia.TYPE, LegMedia.bytes(text));
    }
    begun.accept(invite, ok, offering);
  }

  @Override
  public void hangup(HangupCause cause) {
    if (!refuse(Causes.status(cause), cause)) {
      begun().ifPresent(conversation -> conversation.hangup(cause));
    }
  }

  /** Gives the final response, unless there was one already. */
  private boolean refuse(int status, HangupCause cause) {
    synchronized (this) {
      if (!waits()) {
        return false;
      }
      over = true;
      reliable.stop();
      ResponseBuilder refusal = response(status).header(HeaderName.REASON, Causes.reason(cause));
      if (status == 503) {
        refusal.header(HeaderName.RETRY_AFTER, Answers.RETRY_SECONDS);
      }
      respond(refusal);
    }
    media.close();
    forget();
    channel.signal(new Signal.HungUp(cause));
    return true;
  }

  private Optional<DigestClient> digest() {
    return caller.outgoing().map(secret -> new DigestClient(secret, new SecureRandom()));
  }

  private synchronized Optional<Conversation> begun() {
    return Optional.ofNullable(conversation);
  }

  private boolean waits() {
    return !over && conversation == null;
  }

  private ResponseBuilder response(int status) {
    ResponseBuilder response =
        invite
            .request()
            .response(status, ReasonPhrase.of(status), dialog.id().ours())
            .header(HeaderName.SERVER, line.state().get().settings().userAgent());
    return status < 300 ? response.contact(dialog.contact()) : response;
  }

  private void respond(ResponseBuilder response) {
    var message = response.build();
    lastMessage = "Tx: " + message.status() + ' ' + message.reason();
    invite.respond(message);
  }

  private void forget() {
    line.calls().remove(this);
    line.calls().removeEarly(dialog.id());
  }

  @Override
  public TransferResult transfer(String destination) {
    Requests here =
        new Requests(line.state(), line.layer(), dialog, caller.policy(), Optional.empty());
    Optional<SipUri> to = here.destination(destination);
    if (to.isEmpty()) {
      return TransferResult.FAILURE;
    }
    if (redirect(to.get())) {
      return TransferResult.SUCCESS;
    }
    return begun()
        .filter(Conversation::awaitAcknowledged)
        .map(conversation -> conversation.requests().refer(to.get()))
        .orElse(TransferResult.FAILURE);
  }

  /** Sends a caller that was not answered yet elsewhere. */
  private boolean redirect(SipUri to) {
    synchronized (this) {
      if (!waits()) {
        return false;
      }
      over = true;
      reliable.stop();
      respond(response(302).contact(NameAddress.of(to)));
    }
    media.close();
    forget();
    channel.signal(new Signal.HungUp(HangupCause.NORMAL_CLEARING));
    return true;
  }

  @Override
  public MediaPort media() {
    return media.session();
  }

  @Override
  public CallView view() {
    String last = begun().map(Conversation::lastMessage).orElse(lastMessage);
    String user = channel.callerId().number();
    return media.view(dialog.hop(), user, dialog.id().callId(), last, peer, channel.name(), true);
  }
}
