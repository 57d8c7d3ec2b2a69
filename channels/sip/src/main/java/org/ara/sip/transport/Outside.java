package org.ara.sip.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.config.access.AccessList;

/**
 * What this server is called by those on the other side of its own NAT.
 *
 * @param external its address there; empty where it has none other, or none that is known now
 * @param near the addresses on this side; if none is named, those that are private or local
 * @param ports its ports there where they are others than here
 */
public record Outside(
    Supplier<Optional<InetAddress>> external, AccessList near, Map<Protocol, Integer> ports) {

  /** There is no other side. */
  public static final Outside NONE = new Outside(Optional::empty, AccessList.OPEN, Map.of());

  public Outside {
    ports = Map.copyOf(ports);
  }

  /** How a neighbour sees this server, which it reaches from the local address. */
  InetSocketAddress seen(InetSocketAddress local, InetSocketAddress remote, Protocol protocol) {
    if (this == NONE || remote.isUnresolved()) {
      return local;
    }
    InetAddress there = remote.getAddress();
    return external
        .get()
        .filter(address -> address.getClass() == there.getClass() && !isNear(there))
        .map(
            address ->
                new InetSocketAddress(address, ports.getOrDefault(protocol, local.getPort())))
        .orElse(local);
  }

  private boolean isNear(InetAddress address) {
    return near.isOpen()
        ? address.isSiteLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
        : near.permits(address);
  }
}
