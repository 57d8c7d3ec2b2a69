package org.ara.sip.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.ara.sip.message.SipUri;

/** Where URIs lead to, by address records; blocks while a name server is asked. */
final class Destinations {

  private Destinations() {}

  static Optional<InetSocketAddress> resolve(SipUri uri) {
    return resolve(uri.host(), uri.portOrDefault());
  }

  static Optional<InetSocketAddress> resolve(String host, int port) {
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
