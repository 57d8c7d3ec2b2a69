package org.ara.sip.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as they are written into messages. */
public final class Addresses {
  private Addresses() {}

  /**
   * The address as a literal, without brackets and without the scope that only this machine
   * understands.
   */
  public static String literal(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  /** {@code address:port} for people, with brackets around IPv6. */
  public static String display(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    String host = ip == null ? address.getHostString() : literal(ip);
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
