package org.ara.sip.peer;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Optional;

/** IP addresses as text, without ever asking a name server. */
public final class Addresses {

  private Addresses() {}

  /** The address of that text, IPv6 with or without brackets; empty for anything else. */
  public static Optional<InetAddress> literal(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
    try {
      return Optional.of(
          InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The text of an address as tables hold it: IPv6 by RFC 5952, without brackets and scope. */
  public static String text(InetAddress address) {
    return NetUtil.toAddressString(address);
  }
}
