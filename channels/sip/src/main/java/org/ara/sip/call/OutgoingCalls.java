package org.ara.sip.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.ara.pbx.device.DeviceState;
import org.ara.pbx.media.Codec;
import org.ara.sip.answer.State;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;
import org.ara.sip.route.Router;
import org.ara.sip.rtp.RtpSession;
import org.ara.sip.sdp.LocalMedia;
import org.ara.sip.sdp.OfferAnswer;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** Makes the calls that Dial asks for: {@code SIP/100}, {@code PJSIP/100}. */
public final class OutgoingCalls implements ChannelDriver {

  private final Line line;
  private final Callees callees;
  private final Pbx pbx;
  private final Router router;
  private final RandomGenerator random;

  OutgoingCalls(Line line, Callees callees, Pbx pbx, Router router, RandomGenerator random) {
    this.line = line;
    this.callees = callees;
    this.pbx = pbx;
    this.router = router;
    this.random = random;
  }

  @Override
  public String technology() {
    return callees.technology();
  }

  @Override
  public Requested request(DialRequest request) {
    State state = line.state().get();
    return switch (callees.target(request.resource(), state)) {
      case Target.Unreachable(HangupCause cause, String why) -> refused(cause, request, why);
      case Target.Reachable target -> ready(state, request, target);
    };
  }

  @Override
  public boolean isReachable(String resource) {
    return callees.target(resource, line.state().get()) instanceof Target.Reachable;
  }

  @Override
  public DeviceState state(String resource) {
    return callees.state(resource, line.state().get());
  }

  private Requested ready(State state, DialRequest request, Target.Reachable target) {
    Peer peer = target.peer();
    if (peer.endpoint() == null && peer.way().isDirect()) {
      state.hosts().called(peer, target.hops().stream().map(Hop::remote).toList());
    }
    InetAddress there = target.address().getAddress();
    boolean comedia = peer.access().nat().comedia() != NatPolicy.Switch.NO;
    Optional<Place> place = line.calls().uses().takeRinging(peer.key(), peer.policy().limit());
    if (place.isEmpty()) {
      return refused(HangupCause.USER_BUSY, request, "it has as many calls as call-limit allows");
    }
    Optional<RtpSession> session = state.mediaPorts().open(there, comedia);
    if (session.isEmpty()) {
      place.get().free();
      return new Requested.Refused(HangupCause.CONGESTION, "every media port is taken");
    }
    try {
      return new Requested.Ready(channel(request, target, session.get(), place.get()));
    } catch (SipSyntaxException | IllegalArgumentException unwritable) {
      session.get().close();
      place.get().free();
      return refused(HangupCause.INTERWORKING, request, unwritable.getMessage());
    }
  }

  private Channel channel(
      DialRequest request, Target.Reachable target, RtpSession session, Place place) {
    Peer peer = target.peer();
    Hop hop = target.hop();
    LocalMedia local =
        LegMedia.local(
            line.state().get(),
            hop,
            session,
            codecs(request.codecs(), peer.media().codecs()),
            peer.media().keys().events());
    LegMedia media =
        new LegMedia(session, new OfferAnswer(local, 1 + random.nextInt(1 << 30)), place);
    String name = peer.name().isEmpty() ? target.uri().host() : peer.name();
    CallerId callee = new CallerId("", name);
    Channel channel =
        pbx.open(
            peer.technology() + '/' + name,
            callee,
            it -> new OutgoingLeg(line, it, target, router, media, request.callerId(), random));
    Variables.set(channel, peer);
    request.variables().forEach(channel.variables()::set);
    return channel;
  }

  private Requested refused(HangupCause cause, DialRequest request, @Nullable String why) {
    return new Requested.Refused(
        cause, technology() + '/' + Target.shown(request.resource()) + ": " + why);
  }

  /** What the callee is offered: what the caller hears, where the callee may have it. */
  private static List<Codec> codecs(List<Codec> wanted, List<Codec> allowed) {
    List<Codec> common = wanted.stream().filter(allowed::contains).toList();
    return common.isEmpty() ? allowed : common;
  }
}
