package org.ara.sip.call;

import org.ara.pbx.HangupCause;
import org.ara.pbx.device.DeviceState;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.ara.sip.qualify.Probes;
import org.ara.sip.route.Router;

/** The peers that {@code SIP/100} means. */
record PeerCallees(Uses uses, Probes probes, Router router) implements Callees {

  @Override
  public String technology() {
    return "SIP";
  }

  @Override
  public Target target(String resource, State state) {
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
  public DeviceState state(String resource, State state) {
    String name = resource.substring(resource.lastIndexOf('@') + 1).split("/", 2)[0];
    return switch (state.peers().named(name)) {
      case Lookup.Unavailable<Peer> _ -> DeviceState.UNKNOWN;
      case Lookup.Absent<Peer> _ -> DeviceState.INVALID;
      case Lookup.Found<Peer>(Peer peer) -> {
        DeviceState doing = uses.of(name).state(peer.policy());
        yield doing == DeviceState.NOT_INUSE
                && (!peer.whereabouts().known() || probes.standing(peer).lost())
            ? DeviceState.UNAVAILABLE
            : doing;
      }
    };
  }
}
