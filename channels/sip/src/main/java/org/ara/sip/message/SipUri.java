package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/**
 * A {@code sip:} or {@code sips:} URI (RFC 3261 section 19.1), its parts decoded once. {@code
 * equals} compares the parts as they are; {@link #sameAs} compares as section 19.1.4 wants.
 *
 * @param secure whether the scheme is sips
 * @param user decoded, may contain any character; null if the URI names only a host
 * @param password decoded; null if none
 * @param host a name or an address as it came; an IPv6 address without its brackets
 * @param port 1 to 65535, or 0 if the URI names none
 * @param parameters {@code ;transport=udp;lr} and the like, decoded
 * @param headers what follows {@code ?}, decoded
 */
public record SipUri(
    boolean secure,
    @Nullable String user,
    @Nullable String password,
    String host,
    int port,
    Parameters parameters,
    Parameters headers)
    implements Uri {

  /**
   * @throws SipSyntaxException if host or port cannot stand in a URI
   */
  public SipUri {
    if (!Host.isHost(host)) {
      throw new SipSyntaxException("not a host: " + Grammar.quoteForLog(host));
    }
    if (port < 0 || port > 65535) {
      throw new SipSyntaxException("not a port: " + port);
    }
  }

  /** A plain {@code sip:user@host:port}. */
  public static SipUri of(@Nullable String user, String host, int port) {
    return new SipUri(
        false, user, null, Host.withoutBrackets(host), port, Parameters.NONE, Parameters.NONE);
  }

  /**
   * Reads a URI that must be sip or sips.
   *
   * @throws SipSyntaxException if it is not
   */
  public static SipUri parse(String text) {
    if (Uri.parse(text) instanceof SipUri uri) {
      return uri;
    }
    throw new SipSyntaxException("not a sip or sips URI: " + Grammar.quoteForLog(text));
  }

  @Override
  public String scheme() {
    return secure ? "sips" : "sip";
  }

  /** Whether both URIs name the same resource by the rules of RFC 3261 section 19.1.4. */
  public boolean sameAs(SipUri other) {
    return UriComparison.same(this, other);
  }

  /** The port to use: the one named, else 5061 for sips or {@code transport=tls}, else 5060. */
  public int portOrDefault() {
    if (port != 0) {
      return port;
    }
    return secure || "tls".equalsIgnoreCase(parameters.get("transport")) ? 5061 : 5060;
  }

  public SipUri withUser(@Nullable String newUser) {
    return new SipUri(secure, newUser, password, host, port, parameters, headers);
  }

  /** This URI at another place; a port of 0 names none. */
  public SipUri withHostPort(String newHost, int newPort) {
    return new SipUri(
        secure, user, password, Host.withoutBrackets(newHost), newPort, parameters, headers);
  }

  /** This URI with one parameter set; a null value makes a flag. */
  public SipUri withParameter(String name, @Nullable String value) {
    return new SipUri(secure, user, password, host, port, parameters.with(name, value), headers);
  }

  public SipUri withParameters(Parameters newParameters) {
    return new SipUri(secure, user, password, host, port, newParameters, headers);
  }

  public SipUri withoutHeaders() {
    return headers.isEmpty()
        ? this
        : new SipUri(secure, user, password, host, port, parameters, Parameters.NONE);
  }

  /** For a log: scheme, user, host and port, without password, parameters and headers. */
  public String toPublicText() {
    return new SipUri(secure, user, null, host, port, Parameters.NONE, Parameters.NONE).toString();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64).append(scheme()).append(':');
    if (user != null) {
      Escapes.encode(out, user, Grammar::isUserChar);
      if (password != null) {
        Escapes.encode(out.append(':'), password, Grammar::isPasswordChar);
      }
      out.append('@');
    }
    Host.append(out, host, port);
    parameters.appendToUri(out);
    char separator = '?';
    for (Parameters.Parameter header : headers.list()) {
      Escapes.encode(out.append(separator), header.name(), Grammar::isUriHeaderChar);
      String value = header.value();
      Escapes.encode(out.append('='), value == null ? "" : value, Grammar::isUriHeaderChar);
      separator = '&';
    }
    return out.toString();
  }
}
