package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a numeric {@code sip:} URI is. */
final class Addresses {

  private static final Pattern URI =
      Pattern.compile(
          "sip:(?:[^@]*@)?(\\[[0-9a-fA-F:.]+\\]|[0-9.]+|localhost)(?::([0-9]{1,5}))?(?:[;?].*)?");

  private Addresses() {}

  /**
   * The address of a URI; port 5060 where it names none.
   *
   * @throws IllegalArgumentException if it is not a sip URI with a numeric host
   */
  static InetSocketAddress of(String uri) {
    Matcher matcher = URI.matcher(uri);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + uri + "' is not a sip: URI with a numeric host");
    }
    String port = matcher.group(2);
    return new InetSocketAddress(matcher.group(1), port == null ? 5060 : Integer.parseInt(port));
  }
}
