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
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;
import org.ara.sip.qualify.Probes;
import org.ara.sip.route.Router;
import org.ara.sip.rtp.RtpSession;
import org.ara.sip.sdp.LocalMedia;
import org.ara.sip.sdp.OfferAnswer;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** Makes the calls that Dial asks for: {@code SIP/100}. */
public final class OutgoingCalls implements ChannelDriver {

  private final Line line;
  private final Probes probes;
  private final Pbx pbx;
  private final Router router;
  private final RandomGenerator random;

  OutgoingCalls(Line line, Probes probes, Pbx pbx, Router router, RandomGenerator random) {
    this.line = line;
    this.probes = probes;
    this.pbx = pbx;
    this.router = router;
    this.random = random;
  }

  @Override
  public String technology() {
    return "SIP";
  }

  @Override
  public Requested request(DialRequest request) {
    State state = line.state().get();
    return switch (target(request.resource(), state)) {
      case Target.Unreachable(HangupCause cause, String why) -> refused(cause, request, why);
      case Target.Reachable target -> ready(state, request, target);
    };
  }

  @Override
  public boolean isReachable(String resource) {
    return target(resource, line.state().get()) instanceof Target.Reachable;
  }

  /** Where to send; nowhere for a peer that is known not to answer. */
  private Target target(String resource, State state) {
    Target found = Target.of(resource, state.peers(), router);
    return found instanceof Target.Reachable there && probes.standing(there.peer()).lost()
        ? new Target.Unreachable(
            HangupCause.SUBSCRIBER_ABSENT,
            "peer '"
                + there.peer().name()
                + "' is "
                + probes.standing(there.peer()).text()
                + " (qualify)")
        : found;
  }

  @Override
  public DeviceState state(String resource) {
    String name = resource.substring(resource.lastIndexOf('@') + 1).split("/", 2)[0];
    return switch (line.state().get().peers().named(name)) {
      case Lookup.Unavailable<Peer> _ -> DeviceState.UNKNOWN;
      case Lookup.Absent<Peer> _ -> DeviceState.INVALID;
      case Lookup.Found<Peer>(Peer peer) -> {
        DeviceState doing = line.calls().uses().of(name).state(peer.policy());
        yield doing == DeviceState.NOT_INUSE
                && (!peer.whereabouts().known() || probes.standing(peer).lost())
            ? DeviceState.UNAVAILABLE
            : doing;
      }
    };
  }

  private Requested ready(State state, DialRequest request, Target.Reachable target) {
    Peer peer = target.peer();
    if (peer.way().isDirect()) {
      state.hosts().called(peer, target.hops().stream().map(Hop::remote).toList());
    }
    InetAddress there = target.address().getAddress();
    boolean comedia = peer.access().nat().comedia() != NatPolicy.Switch.NO;
    Optional<Place> place = line.calls().uses().takeRinging(peer.name(), peer.policy().limit());
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
            "SIP/" + name,
            callee,
            it -> new OutgoingLeg(line, it, target, router, media, request.callerId(), random));
    Variables.set(channel, peer);
    request.variables().forEach(channel.variables()::set);
    return channel;
  }

  private static Requested refused(HangupCause cause, DialRequest request, @Nullable String why) {
    return new Requested.Refused(cause, "SIP/" + Target.shown(request.resource()) + ": " + why);
  }

  /** What the callee is offered: what the caller hears, where the callee may have it. */
  private static List<Codec> codecs(List<Codec> wanted, List<Codec> allowed) {
    List<Codec> common = wanted.stream().filter(allowed::contains).toList();
    return common.isEmpty() ? allowed : common;
  }
}
