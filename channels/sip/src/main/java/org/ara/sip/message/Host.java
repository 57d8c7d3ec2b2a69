package org.ara.sip.message;

/**
 * The host part of URIs and Via: a name, an IPv4 address, or an IPv6 address that needs brackets
 * when written.
 */
final class Host {
  private Host() {}

  /** Whether the text, without brackets, is a host. */
  static boolean isHost(String text) {
    boolean ipv6 = text.indexOf(':') >= 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          ipv6
              ? c == ':' || c == '.' || (c < 128 && Character.digit(c, 16) >= 0)
              : Grammar.isHostChar(c);
      if (!fits) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static String withoutBrackets(String text) {
    boolean bracketed =
        text.length() > 2 && text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }

  /** Appends {@code host[:port]}; a port of 0 is left out. */
  static void append(StringBuilder out, String host, int port) {
    if (host.indexOf(':') >= 0) {
      out.append('[').append(host).append(']');
    } else {
      out.append(host);
    }
    if (port != 0) {
      out.append(':').append(port);
    }
  }

  /**
   * Reads a port.
   *
   * @throws SipSyntaxException unless it is 1 to 65535
   */
  static int port(String text) {
    int port = 0;
    for (int i = 0; i < text.length() && port <= 65535; i++) {
      if (!Grammar.isDigit(text.charAt(i))) {
        throw new SipSyntaxException("not a port: " + Grammar.quoteForLog(text));
      }
      port = port * 10 + text.charAt(i) - '0';
    }
    if (port == 0 || port > 65535) {
      throw new SipSyntaxException("not a port: " + Grammar.quoteForLog(text));
    }
    return port;
  }
}
