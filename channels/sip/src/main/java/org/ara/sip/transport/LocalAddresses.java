package org.ara.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Finds the local address from which packets to a remote one leave, where we are bound to the
 * wildcard address.
 */
final class LocalAddresses {
  private static final int REMEMBERED = 4096;
  private final Map<InetAddress, InetAddress> known = new ConcurrentHashMap<>();
  private final InetSocketAddress bound;
  private final Protocol protocol;
  private final Supplier<Manners> manners;

  LocalAddresses(InetSocketAddress bound, Protocol protocol, Supplier<Manners> manners) {
    this.bound = bound;
    this.protocol = protocol;
    this.manners = manners;
  }

  /** Our address as that neighbour sees it, be it on this or on the other side of a NAT. */
  InetSocketAddress towards(InetSocketAddress remote) {
    return manners.get().outside().seen(here(remote), remote, protocol);
  }

  private InetSocketAddress here(InetSocketAddress remote) {
    if (!bound.getAddress().isAnyLocalAddress() || remote.isUnresolved()) {
      return bound;
    }
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    return new InetSocketAddress(
        known.computeIfAbsent(remote.getAddress(), this::ask), bound.getPort());
  }

  /** The routing table's answer; connecting a datagram socket sends nothing. */
  private InetAddress ask(InetAddress remote) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(remote, 9));
      InetAddress local = socket.getLocalAddress();
      return local.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : local;
    } catch (IOException | java.io.UncheckedIOException e) {
      return InetAddress.getLoopbackAddress(); // no route: nothing we send will arrive anyway
    }
  }
}
