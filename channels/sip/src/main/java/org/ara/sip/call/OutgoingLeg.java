package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.MediaPort;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.transaction.ClientTransaction;
import org.ara.sip.transaction.ResponseListener;
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
  private final Hop hop;
  private final LegMedia media;
  private final Optional<DigestClient> digest;
  private SipRequest invite;
  private @Nullable ClientTransaction transaction;
  private @Nullable Dialog dialog;
  private @Nullable Conversation conversation;
  private boolean over;
  private volatile String lastMessage = "Init: INVITE";

  OutgoingLeg(
      Line line,
      Channel channel,
      Target.Reachable target,
      Hop hop,
      LegMedia media,
      CallerId caller,
      RandomGenerator random) {
    this.line = line;
    this.channel = channel;
    this.target = target;
    this.hop = hop;
    this.media = media;
    this.digest = target.peer().outgoing().map(secret -> new DigestClient(secret, random));
    this.invite = Invitations.first(line, target, hop, caller, media.offer());
    line.calls().add(this);
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
    transaction = line.layer().send(invite, hop, this);
  }

  @Override
  public void provisional(SipResponse response) {
    received(response);
    synchronized (this) {
      if (over || conversation != null) {
        return;
      }
    }
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

  @Override
  public void finalResponse(SipResponse response) {
    received(response);
    if (response.isSuccess()) {
      succeeded(response);
    } else if (!authorized(response)) {
      end(Causes.cause(response.status()));
    }
  }

  /** Answers a challenge with another INVITE; false if there is none that could be answered. */
  private synchronized boolean authorized(SipResponse response) {
    boolean proxy = response.status() == 407;
    if (over || (response.status() != 401 && !proxy) || digest.isEmpty()) {
      return false;
    }
    List<String> challenges =
        response.headers().all(proxy ? HeaderName.PROXY_AUTHENTICATE : "WWW-Authenticate");
    if (!digest.get().challenged(challenges)) {
      LOG.warn("peer '{}' refused our password", target.peer().name());
      return false;
    }
    Optional<String> answer =
        digest.get().authorize(invite.method().name(), invite.uri().toString());
    String header = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
    invite =
        invite.toBuilder()
            .cseq(invite.cseq().number() + 1)
            .replace(header, answer.orElse(""))
            .build();
    send();
    return true;
  }

  private void succeeded(SipResponse response) {
    Dialog made = dialog(response);
    line.layer().sendAck(made.ack(invite.cseq().number()), made.hop());
    boolean usable =
        LegMedia.describes(response)
            ? media.accept(response) instanceof Outcome.Agreed
            : media.isAgreed();
    Conversation begun;
    boolean late;
    synchronized (this) {
      late = over;
      dialog = made;
      if (!late) {
        conversation =
            new Conversation(
                line.state(), line.layer(), line.calls(), made, media, channel, this::forget);
      }
      begun = conversation;
    }
    if (late || begun == null) {
      bye(made);
    } else if (!usable) {
      LOG.warn("peer '{}' answered without usable media", target.peer().name());
      begun.hangup(HangupCause.BEARER_NOT_AVAILABLE);
    } else {
      channel.signal(new Signal.Answered());
    }
  }

  @Override
  public void furtherSuccess(SipResponse response) {
    Dialog known;
    synchronized (this) {
      known = dialog;
    }
    Dialog other = dialog(response);
    line.layer().sendAck(other.ack(invite.cseq().number()), other.hop());
    if (known == null || !known.id().equals(other.id())) {
      bye(other);
    }
  }

  private Dialog dialog(SipResponse response) {
    boolean fixed = target.peer().access().nat().rport() == NatPolicy.Switch.YES;
    return Dialog.calling(invite, response, Line.contact(null, hop), hop, fixed);
  }

  private void bye(Dialog unwanted) {
    line.layer().send(unwanted.request(Method.BYE).build(), unwanted.hop(), new Unheeded());
  }

  @Override
  public void timeout() {
    end(HangupCause.NO_USER_RESPONSE);
  }

  @Override
  public void transportError(String reason) {
    LOG.warn("no call to '{}': {}", target.peer().name(), reason);
    end(HangupCause.DESTINATION_OUT_OF_ORDER);
  }

  @Override
  public void hangup(HangupCause cause) {
    Conversation begun;
    ClientTransaction sent;
    synchronized (this) {
      begun = conversation;
      sent = transaction;
    }
    if (begun != null) {
      begun.hangup(cause);
      return;
    }
    end(cause);
    if (sent != null) {
      sent.cancel();
    }
  }

  private void end(HangupCause cause) {
    synchronized (this) {
      if (over || conversation != null) {
        return;
      }
      over = true;
    }
    media.session().close();
    forget();
    channel.signal(new Signal.HungUp(cause));
  }

  private void received(SipResponse response) {
    lastMessage = "Rx: " + response.status() + ' ' + response.reason();
  }

  private void forget() {
    line.calls().remove(this);
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
  public MediaPort media() {
    return media.session();
  }

  @Override
  public CallView view() {
    Conversation begun;
    String callId;
    synchronized (this) {
      begun = conversation;
      callId = invite.callId();
    }
    Codec codec = media.session().codec();
    return new CallView(
        target.address().getAddress().getHostAddress(),
        target.peer().name(),
        callId,
        codec == null ? "" : codec.label(),
        media.held(),
        begun == null ? lastMessage : begun.lastMessage(),
        target.peer().name());
  }
}
