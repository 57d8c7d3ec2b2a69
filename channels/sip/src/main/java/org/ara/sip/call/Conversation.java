package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.State;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.transaction.PendingAck;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on within an established dialog, whoever began it: re-INVITE for hold and change of
 * media, BYE from either side, keys in INFO. Safe for several threads.
 */
final class Conversation {

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private final Supplier<State> state;
  private final TransactionLayer layer;
  private final Calls calls;
  private final Dialog dialog;
  private final Optional<DigestClient> digest;
  private final LegMedia media;
  private final Channel channel;
  private final Runnable whenEnded;
  private @Nullable PendingAck pendingAck;
  private long pendingNumber;
  private boolean negotiating;
  private boolean answerDue;
  private boolean byeDue;
  private boolean ended;
  private HangupCause byeCause = HangupCause.NORMAL_CLEARING;
  private volatile String lastMessage = "";

  /**
   * The conversation of a dialog, in the line's list of calls from now on.
   *
   * @param digest answers a challenge to our BYE; empty where no password is configured
   * @param whenEnded told once
   */
  Conversation(
      Line line,
      Dialog dialog,
      LegMedia media,
      Channel channel,
      Optional<DigestClient> digest,
      Runnable whenEnded) {
    this.whenEnded = whenEnded;
    this.state = line.state();
    this.layer = line.layer();
    this.calls = line.calls();
    this.dialog = dialog;
    this.digest = digest;
    this.media = media;
    this.channel = channel;
    calls.add(dialog.id(), this);
  }

  String lastMessage() {
    return lastMessage;
  }

  /**
   * Answers an INVITE with 200 and repeats that until the ACK.
   *
   * @param response the 200, description included
   * @param offered whether that description is an offer, so that the ACK must answer it
   */
  void accept(ServerTransaction invite, ResponseBuilder response, boolean offered) {
    lastMessage = "Tx: 200 OK";
    synchronized (this) { // the ACK may come before the call that sends the 200 returns
      answerDue = offered;
      pendingNumber = invite.request().cseq().number();
      pendingAck = invite.respondUntilAcked(response.build(), this::notAcknowledged);
    }
  }

  private void notAcknowledged() {
    LOG.warn("no ACK for the answer on {}: hanging up", channel.name());
    boolean overdue;
    synchronized (this) {
      pendingAck = null;
      overdue = byeDue;
    }
    if (overdue) {
      sendBye();
    } else {
      hangup(HangupCause.RECOVERY_ON_TIMER_EXPIRE);
    }
  }

  /** The far end acknowledged; repeated ACKs and those of earlier INVITEs do no harm. */
  void ack(SipRequest ack) {
    lastMessage = "Rx: ACK";
    boolean bye;
    boolean answer;
    synchronized (this) {
      if (pendingAck == null || ack.cseq().number() != pendingNumber) {
        return;
      }
      pendingAck.acked();
      pendingAck = null;
      bye = byeDue;
      answer = answerDue;
      answerDue = false;
    }
    boolean before = media.held();
    if (bye) {
      sendBye();
    } else if (answer && !(LegMedia.describes(ack) && agreed(ack))) {
      LOG.warn("the ACK on {} has no usable answer to our offer: hanging up", channel.name());
      hangup(HangupCause.BEARER_NOT_AVAILABLE);
    } else {
      channel.signal(new Signal.Answered());
      tellHold(before);
    }
  }

  private boolean agreed(SipMessage answer) {
    return media.accept(answer) instanceof Outcome.Agreed;
  }

  /** Answers a request within the dialog. */
  void answer(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    lastMessage = "Rx: " + request.method();
    if (!dialog.isNext(request)) {
      transaction.respond(Answers.of(state.get(), request, 500, "Server Internal Error (CSeq)"));
    } else if (request.method().equals(Method.BYE)) {
      transaction.respond(Answers.of(state.get(), request, 200).build());
      end(Causes.ofReason(request.headers().first(HeaderName.REASON)));
    } else if (request.method().equals(Method.INVITE)) {
      renegotiate(transaction);
    } else if (request.method().equals(Method.OPTIONS)) {
      transaction.respond(Answers.options(state.get(), request));
    } else if (request.method().equals(Method.INFO)) {
      info(transaction);
    } else {
      transaction.respond(Answers.notAllowed(state.get(), request));
    }
  }

  private void renegotiate(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    List<NameAddress> contacts = request.contacts();
    synchronized (this) {
      if (negotiating || pendingAck != null || ended) {
        transaction.respond(
            Answers.of(state.get(), request, 500).header(HeaderName.RETRY_AFTER, "1").build());
        return;
      }
      negotiating = true;
    }
    try {
      negotiate(transaction, contacts);
    } finally {
      synchronized (this) {
        negotiating = false;
      }
    }
  }

  /** Only one that we accept moves the target of the dialog (RFC 3261 section 12.2.2). */
  private void negotiate(ServerTransaction transaction, List<NameAddress> contacts) {
    SipRequest request = transaction.request();
    ResponseBuilder response =
        Answers.of(state.get(), request, 200)
            .contact(dialog.contact())
            .header(HeaderName.ALLOW, Answers.ALLOWED);
    if (request.sharedBody().length == 0) {
      dialog.retarget(contacts);
      accept(transaction, response.body(LegMedia.TYPE, LegMedia.bytes(media.offer())), true);
      return;
    }
    if (!LegMedia.describes(request)) {
      transaction.respond(unsupportedBody(request));
      return;
    }
    boolean before = media.held();
    switch (media.answer(request)) {
      case Outcome.Agreed(var _, String answer) -> {
        dialog.retarget(contacts);
        accept(transaction, response.body(LegMedia.TYPE, LegMedia.bytes(answer)), false);
        tellHold(before);
      }
      case Outcome.Refused(String why) ->
          transaction.respond(Answers.warning(state.get(), request, 488, why).build());
      case Outcome.Malformed(String why) ->
          transaction.respond(Answers.warning(state.get(), request, 400, why).build());
    }
  }

  private void tellHold(boolean before) {
    boolean now = media.held();
    media.place().held(now);
    if (now != before) {
      channel.signal(now ? new Signal.Held() : new Signal.Resumed());
    }
  }

  private SipResponse unsupportedBody(SipRequest request) {
    return Answers.of(state.get(), request, 415).header(HeaderName.ACCEPT, LegMedia.TYPE).build();
  }

  private void info(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    transaction.respond(Answers.of(state.get(), request, 200).build());
    InfoDigits.of(request).ifPresent(media.session()::press);
  }

  /** Ends the call from our side: BYE, but not before the far end acknowledged our answer. */
  void hangup(HangupCause cause) {
    boolean now;
    synchronized (this) {
      if (ended) {
        return;
      }
      byeCause = cause;
      now = pendingAck == null;
      byeDue = !now;
    }
    if (now) {
      sendBye();
    }
    finish(cause, now);
  }

  private void sendBye() {
    lastMessage = "Tx: BYE";
    String reason = Causes.reason(byeCause);
    request(
        () -> named(Method.BYE).header(HeaderName.REASON, reason).build(),
        DialogRequest.Outcome.IGNORED);
    calls.remove(dialog.id());
  }

  private RequestBuilder named(Method method) {
    return dialog.request(method).header(HeaderName.USER_AGENT, state.get().settings().userAgent());
  }

  private void request(Supplier<SipRequest> makes, DialogRequest.Outcome outcome) {
    new DialogRequest(layer, dialog, digest.map(DigestClient::again), makes, outcome).send();
  }

  /** Tells the far end by INFO that a key was pressed. */
  void tell(char key, boolean brief) {
    request(
        () -> named(Method.INFO).body(InfoDigits.type(brief), InfoDigits.body(key, brief)).build(),
        DialogRequest.Outcome.IGNORED);
  }

  private void end(HangupCause cause) {
    synchronized (this) {
      if (pendingAck != null) {
        pendingAck.acked();
        pendingAck = null;
      }
      byeDue = false;
    }
    calls.remove(dialog.id());
    finish(cause, true);
  }

  private void finish(HangupCause cause, boolean forget) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    if (forget) {
      calls.remove(dialog.id());
    }
    media.close();
    whenEnded.run();
    channel.signal(new Signal.HungUp(cause));
  }
}
