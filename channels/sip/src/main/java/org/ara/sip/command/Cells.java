package org.ara.sip.command;

import java.util.stream.Collectors;
import org.ara.pbx.CallerId;
import org.ara.pbx.media.Codec;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;

/** How properties of peers are written in lists. */
final class Cells {

  private Cells() {}

  /** The address a peer is at; empty if it has none. */
  static String address(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    if (registration != null) {
      return registration.address();
    }
    return peer.whereabouts().dynamic()
        ? peer.whereabouts().defaultIp()
        : peer.whereabouts().host();
  }

  static int port(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    if (registration != null) {
      return registration.port();
    }
    return address(peer).isEmpty() ? 0 : peer.whereabouts().port();
  }

  static String user(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration == null || !peer.calls().defaultUser().isEmpty()
        ? peer.calls().defaultUser()
        : registration.user();
  }

  static String nat(NatPolicy.Switch policy, Peer peer) {
    return switch (policy) {
      case YES -> "Yes";
      case NO -> "No";
      case AUTO -> behindNat(peer) ? "Auto (Yes)" : "Auto (No)";
    };
  }

  private static boolean behindNat(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration != null
        && !registration.contact().isEmpty()
        && !registration.contact().contains(registration.address());
  }

  static String yesNo(boolean value) {
    return value ? "Yes" : "No";
  }

  static String set(boolean value) {
    return value ? "<Set>" : "<Not set>";
  }

  static String codecs(Peer peer) {
    return peer.media().codecs().stream()
        .map(Codec::label)
        .collect(Collectors.joining("|", "(", ")"));
  }

  static String callerId(CallerId id) {
    return '"' + id.name() + "\" <" + id.number() + '>';
  }
}
