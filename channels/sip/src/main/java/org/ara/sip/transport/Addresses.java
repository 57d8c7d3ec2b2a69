package org.ara.sip.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as they are written into messages. */
public final class Addresses {
  private Addresses() {}

  /**
   * The address as a literal, IPv6 as RFC 5952 writes it, without brackets and without the scope
   * that only this machine understands.
   */
  public static String literal(InetAddress address) {
    return NetUtil.toAddressString(address);
  }

  /** {@code address:port} for people, with brackets around IPv6. */
  public static String display(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    String host = ip == null ? address.getHostString() : literal(ip);
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
