package org.ara.sip.transport;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.ara.sip.message.MessageWriter;
import org.ara.sip.message.SipMessage;

/**
 * A listener on one local address that receives and sends SIP messages, over connections where its
 * protocol has them; safe for use by several threads.
 */
public interface Transport extends AutoCloseable {
  /** What it speaks. */
  Protocol protocol();

  /** Whether messages arrive or the connection breaks, so that transactions need not retransmit. */
  boolean reliable();

  /** The address this listener is bound to, with its real port; possibly the wildcard address. */
  InetSocketAddress localAddress();

  /**
   * The address that the remote side sees or can be told (for Via, Contact, SDP): the bound one,
   * or, where that is the wildcard, the local address from which packets to the remote one leave.
   */
  InetSocketAddress localAddressTowards(InetSocketAddress remote);

  /**
   * Sends without waiting.
   *
   * @param onFailure told once, in one line and on any thread, if the message certainly did not
   *     leave
   */
  default void send(SipMessage message, InetSocketAddress destination, Consumer<String> onFailure) {
    send(message, write(message), destination, onFailure);
  }

  /** A message as it goes out here. */
  default byte[] write(SipMessage message) {
    return MessageWriter.write(message);
  }

  /** The same for a message that is written already, by {@link #write}. */
  void send(
      SipMessage message, byte[] octets, InetSocketAddress destination, Consumer<String> onFailure);

  /** Sends once more what may have been lost; nothing where nothing is. */
  default void sendAgain(byte[] octets, InetSocketAddress destination) {}

  /** Whether a message to that address needs no connection, or goes out on one that is open. */
  default boolean isOpenTo(InetSocketAddress remote) {
    return true;
  }

  /** Sends an empty line that keeps the way through a NAT open (RFC 5626 section 3.5.1). */
  default void keepAlive(InetSocketAddress destination) {}

  /** What has been received, sent and dropped. */
  TransportCounters counters();

  /** Stops listening; returns when the port is free. */
  @Override
  void close();
}
