package org.ara.sip.transport;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipUri;
import org.jspecify.annotations.Nullable;

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

  /** A message as it goes out there; see {@link Transport#write}. */
  public byte[] write(SipMessage message) {
    return transport.write(message);
  }

  /** Sends a message that is written already; see {@link Transport#send}. */
  public void send(SipMessage message, byte[] octets, Consumer<String> onFailure) {
    transport.send(message, octets, remote, onFailure);
  }

  /** Sends once more what may have been lost; see {@link Transport#sendAgain}. */
  public void sendAgain(byte[] octets) {
    transport.sendAgain(octets, remote);
  }

  /** Our address as this neighbour sees it. */
  public InetSocketAddress local() {
    return transport.localAddressTowards(remote);
  }

  /** How this neighbour reaches us: address, port and, unless that is UDP, transport. */
  public SipUri self(@Nullable String user) {
    InetSocketAddress local = local();
    Protocol protocol = transport.protocol();
    SipUri uri = SipUri.of(user, Addresses.literal(local.getAddress()), local.getPort());
    return protocol == Protocol.UDP ? uri : uri.withParameter("transport", protocol.word());
  }

  /** Whether messages there need no connection, or go out on one that is open. */
  public boolean isOpen() {
    return transport.isOpenTo(remote);
  }

  /** Keeps the way there open; see {@link Transport#keepAlive}. */
  public void keepAlive() {
    transport.keepAlive(remote);
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
