package org.ara.sip.transport;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Where to listen for connections, and with what.
 *
 * @param listen the addresses by protocol, never UDP; protocols that are absent are not spoken
 * @param tls what secure protocols need; empty if it was not configured
 * @param limits how much connections may take
 */
public record Network(
    Map<Protocol, InetSocketAddress> listen, Optional<TlsFiles> tls, StreamLimits limits) {

  /** UDP alone. */
  public static final Network NONE = new Network(Map.of(), Optional.empty(), StreamLimits.USUAL);

  public Network {
    listen = Map.copyOf(listen);
  }
}
