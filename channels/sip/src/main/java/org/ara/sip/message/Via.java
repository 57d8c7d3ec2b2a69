package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/**
 * One Via value (RFC 3261 section 20.42, RFC 3581): where a request passed and its answers go.
 *
 * @param transport in upper case: UDP, TCP, TLS, WS...
 * @param host a name or an address, an IPv6 address without its brackets
 * @param port 1 to 65535, or 0 if none is named
 * @param parameters {@code branch}, {@code received}, {@code rport}...
 */
public record Via(String transport, String host, int port, Parameters parameters) {
  /** What a branch begins with when it is unique to its transaction (RFC 3261 section 8.1.1.7). */
  public static final String MAGIC_COOKIE = "z9hG4bK";

  /** A Via of ours: {@code SIP/2.0/transport host:port;branch=...;rport}. */
  public static Via of(String transport, String host, int port, String branch) {
    Parameters parameters = Parameters.NONE.with("branch", branch).with("rport", null);
    return new Via(transport, Host.withoutBrackets(host), port, parameters);
  }

  /**
   * Reads exactly one value.
   *
   * @throws SipSyntaxException if the text is something else
   */
  public static Via parse(String text) {
    Cursor cursor = new Cursor(text);
    Via sentBy = readSentBy(cursor, false);
    Via via = new Via(sentBy.transport, sentBy.host, sentBy.port, cursor.parameters());
    cursor.expectEnd();
    if (via.parameters.contains("rport") && via.parameters.get("rport") instanceof String rport) {
      Host.port(rport);
    }
    return via;
  }

  /**
   * A value of which only protocol and sent-by need be good, its version any, to answer it all the
   * same.
   */
  static Via parseLeniently(String text) {
    Cursor cursor = new Cursor(text);
    Via sentBy = readSentBy(cursor, true);
    try {
      return new Via(sentBy.transport, sentBy.host, sentBy.port, cursor.parameters());
    } catch (SipSyntaxException brokenParameters) {
      return sentBy;
    }
  }

  private static Via readSentBy(Cursor cursor, boolean anyVersion) {
    cursor.skipSpace();
    String protocol = cursor.token("SIP/2.0");
    cursor.expect('/');
    String version = cursor.token("2.0");
    if (!protocol.equalsIgnoreCase("SIP") || !(anyVersion || version.equals("2.0"))) {
      throw cursor.error("Via protocol is not SIP/2.0 before");
    }
    cursor.expect('/');
    String transport = cursor.token("a transport").toUpperCase(java.util.Locale.ROOT);
    if (!Grammar.isSpace(cursor.peek())) {
      throw cursor.error("expected space after the transport");
    }
    cursor.skipSpace();
    String host = cursor.host();
    int port = cursor.accept(':') ? Host.port(cursor.token("a port")) : 0;
    return new Via(transport, host, port, Parameters.NONE);
  }

  /** The branch; null if there is none (RFC 2543). */
  public @Nullable String branch() {
    return parameters.get("branch");
  }

  /** The address the request came from, as its receiver noted it; null if it had no cause to. */
  public @Nullable String received() {
    return parameters.get("received");
  }

  /** The source port as the receiver noted it, 0 if not filled in or not asked for. */
  public int rport() {
    String rport = parameters.get("rport");
    return rport == null ? 0 : Host.port(rport);
  }

  /** The port that was named, or the default of the transport. */
  public int portOrDefault() {
    return port != 0 ? port : transport.equals("TLS") || transport.equals("WSS") ? 5061 : 5060;
  }

  /** This Via with one parameter set; a null value makes a flag. */
  public Via withParameter(String name, @Nullable String value) {
    return new Via(transport, host, port, parameters.with(name, value));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(96).append("SIP/2.0/").append(transport).append(' ');
    Host.append(out, host, port);
    parameters.appendTo(out);
    return out.toString();
  }
}
