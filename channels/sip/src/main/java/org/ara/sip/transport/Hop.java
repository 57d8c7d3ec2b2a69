package org.ara.sip.transport;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.ara.sip.message.SipMessage;

/**
 * A neighbour: the transport and the address where a message came from or goes to.
 *
 * @param remote resolved
 */
public record Hop(Transport transport, InetSocketAddress remote) {
  /** Sends a message there; see {@link Transport#send}. */
  public void send(SipMessage message, Consumer<String> onFailure) {
    transport.send(message, remote, onFailure);
  }

  /** Our address as this neighbour sees it. */
  public InetSocketAddress local() {
    return transport.localAddressTowards(remote);
  }

  /** The same transport towards another address. */
  public Hop towards(InetSocketAddress other) {
    return new Hop(transport, other);
  }

  @Override
  public String toString() {
    return transport.protocol() + " " + Addresses.display(remote);
  }
}
