package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
import org.ara.sip.peer.CallPolicy;
import org.ara.sip.peer.Peer;
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
  private final Requests requests;
  private final LegMedia media;
  private final Channel channel;
  private final Runnable whenEnded;
  private final Transfers transfers;
  private final Peer peer;
  private final boolean takesUpdate;
  private final SessionKeeper session;
  private final MediaWatch watch;
  private @Nullable PendingAck pendingAck;
  private long pendingNumber;
  private boolean negotiating;
  private boolean offering;
  private boolean answerDue;
  private boolean byeDue;
  private boolean ended;
  private HangupCause byeCause = HangupCause.NORMAL_CLEARING;
  private volatile String lastMessage = "";

  /**
   * The conversation of a dialog, in the line's list of calls from now on.
   *
   * @param peer who is at the far end
   * @param theirs the INVITE or the 2xx of the far end, which says what it can do
   * @param digest answers challenges; empty where no password is configured
   * @param whenEnded told once
   */
  Conversation(
      Line line,
      Dialog dialog,
      LegMedia media,
      Channel channel,
      Peer peer,
      SipMessage theirs,
      Optional<DigestClient> digest,
      Runnable whenEnded) {
    this.transfers = line.transfers();
    this.peer = peer;
    this.takesUpdate = Requests.takesUpdate(theirs) && peer.policy().takes(Method.UPDATE);
    this.whenEnded = whenEnded;
    this.state = line.state();
    this.layer = line.layer();
    this.calls = line.calls();
    this.dialog = dialog;
    this.requests = new Requests(state, layer, dialog, peer.policy(), digest);
    this.media = media;
    this.channel = channel;
    this.session =
        new SessionKeeper(
            peer.policy().session(),
            layer::later,
            this::refresh,
            () -> giveUp("the session was not refreshed"));
    this.watch =
        new MediaWatch(peer.policy(), media, layer::later, () -> giveUp("no media for too long"));
    watch.start();
    calls.add(dialog.id(), this);
  }

  private void giveUp(String why) {
    LOG.warn("{}: {}: hanging up", channel.name(), why);
    hangup(HangupCause.RECOVERY_ON_TIMER_EXPIRE);
  }

  Channel channel() {
    return channel;
  }

  CallPolicy policy() {
    return peer.policy();
  }

  NameAddress contact() {
    return dialog.contact();
  }

  /** The session was begun or refreshed on these terms. */
  void settled(SessionTerms terms) {
    session.settled(terms);
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
      notifyAll();
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
      notifyAll();
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
    } else if (request.method().equals(Method.INVITE) || request.method().equals(Method.UPDATE)) {
      renegotiate(transaction);
    } else if (request.method().equals(Method.REFER)) {
      transfers.refer(state.get(), transaction, this, peer.calls().context());
    } else if (request.method().equals(Method.NOTIFY)) {
      transaction.respond(Answers.of(state.get(), request, 200).build());
    } else if (request.method().equals(Method.OPTIONS)) {
      transaction.respond(Answers.options(state.get(), request));
    } else if (request.method().equals(Method.INFO)) {
      info(transaction);
    } else if (request.method().equals(Method.PRACK)) {
      transaction.respond(Answers.of(state.get(), request, 481).build());
    } else {
      transaction.respond(Answers.notAllowed(state.get(), request));
    }
  }

  private void renegotiate(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    List<NameAddress> contacts = request.contacts();
    OptionalInt tooShort = SessionTerms.tooShort(request, session.policy());
    if (tooShort.isPresent()) {
      transaction.respond(Answers.tooShort(state.get(), request, tooShort.getAsInt()));
      return;
    }
    synchronized (this) {
      if (offering) {
        transaction.respond(Answers.of(state.get(), request, 491).build());
        return;
      }
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
    boolean invite = request.method().equals(Method.INVITE);
    SessionTerms terms = SessionTerms.answering(request, session.policy());
    ResponseBuilder response =
        terms.into(
            Answers.of(state.get(), request, 200)
                .contact(dialog.contact())
                .header(HeaderName.ALLOW, Answers.ALLOWED)
                .header(HeaderName.SUPPORTED, Answers.SUPPORTED),
            request);
    if (request.sharedBody().length == 0) {
      dialog.retarget(contacts);
      session.settled(terms);
      if (!invite) {
        transaction.respond(response.build());
        return;
      }
      accept(transaction, response.body(LegMedia.TYPE, LegMedia.bytes(media.offer())), true);
      return;
    }
    if (!LegMedia.describes(request)) {
      transaction.respond(
          Answers.of(state.get(), request, 415).header(HeaderName.ACCEPT, LegMedia.TYPE).build());
      return;
    }
    boolean before = media.held();
    switch (media.answer(request)) {
      case Outcome.Agreed(var _, String answer) -> {
        dialog.retarget(contacts);
        session.settled(terms);
        response.body(LegMedia.TYPE, LegMedia.bytes(answer));
        if (invite) {
          accept(transaction, response, false);
        } else {
          transaction.respond(response.build());
        }
        tellHold(before);
      }
      case Outcome.Refused(String why) ->
          transaction.respond(Answers.warning(state.get(), request, 488, why).build());
      case Outcome.Malformed(String why) ->
          transaction.respond(Answers.warning(state.get(), request, 400, why).build());
    }
  }

  /** Refreshes the session: by UPDATE where the far end takes that, else by re-INVITE. */
  private void refresh(UnaryOperator<RequestBuilder> terms, SessionKeeper.Outcome outcome) {
    if (takesUpdate) {
      requests.update(terms, outcome);
    } else {
      offerAgain(terms, outcome);
    }
  }

  private void offerAgain(UnaryOperator<RequestBuilder> terms, SessionKeeper.Outcome outcome) {
    SipRequest invite;
    synchronized (this) {
      if (ended) {
        return;
      }
      offering = !negotiating && pendingAck == null;
      invite = requests.invite(terms, media.current());
    }
    new Offering(
            layer,
            dialog,
            invite,
            new SessionKeeper.Outcome() {
              @Override
              public void answered(SipRequest request, SipResponse response) {
                offered(response);
                outcome.answered(request, response);
              }

              @Override
              public void lost() {
                outcome.lost();
              }
            })
        .send();
  }

  private void offered(SipResponse response) {
    synchronized (this) {
      offering = false;
    }
    boolean before = media.held();
    if (response.isSuccess() && LegMedia.describes(response) && agreed(response)) {
      tellHold(before);
    }
  }

  private void tellHold(boolean before) {
    boolean now = media.held();
    media.place().held(now);
    if (now != before) {
      channel.signal(now ? new Signal.Held() : new Signal.Resumed());
    }
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
    requests.bye(byeCause);
    calls.remove(dialog.id());
  }

  /**
   * Waits until the far end has acknowledged our answer, as before that it may refuse requests, or
   * until the call is over.
   *
   * @return whether it goes on
   */
  synchronized boolean awaitAcknowledged() {
    try {
      while (pendingAck != null && !ended) {
        wait();
      }
      return !ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What may be told to the far end at any time. */
  Requests requests() {
    return requests;
  }

  private void end(HangupCause cause) {
    synchronized (this) {
      if (pendingAck != null) {
        pendingAck.acked();
        pendingAck = null;
        notifyAll();
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
      notifyAll();
    }
    session.stop();
    watch.stop();
    if (forget) {
      calls.remove(dialog.id());
    }
    media.close();
    whenEnded.run();
    channel.signal(new Signal.HungUp(cause));
  }
}
