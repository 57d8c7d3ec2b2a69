package org.ara.sip.host;

import java.util.List;
import java.util.Optional;
import org.ara.sip.name.Names;
import org.ara.sip.peer.Peer;
import org.ara.sip.transport.Protocol;

/**
 * A host or domain as a peer names it.
 *
 * @param port 0 where none is named
 * @param protocols by which it is spoken to, the first preferred
 */
record NamedHost(String name, int port, List<Protocol> protocols) {

  /** The host of a peer; empty where that is an address, or none. */
  static Optional<NamedHost> of(Peer peer) {
    Peer.Whereabouts there = peer.whereabouts();
    return there.dynamic() || there.host().isEmpty() || Names.isLiteral(there.host())
        ? Optional.empty()
        : Optional.of(new NamedHost(there.host(), there.namedPort(), peer.transports()));
  }
}
