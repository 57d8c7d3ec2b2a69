package org.ara.sip.digest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's answer to a {@link Challenge}: one {@code Authorization} or {@code
 * Proxy-Authorization} value.
 *
 * @param uri the {@code uri} parameter, null if the client left it out
 * @param response hexadecimal, as sent
 * @param qop null in the old form, else {@code auth}
 * @param nc eight hexadecimal digits, null without qop
 * @param cnonce null without qop
 */
public record Authorization(
    String username,
    String realm,
    String nonce,
    @Nullable String uri,
    String response,
    DigestAlgorithm algorithm,
    @Nullable String qop,
    @Nullable String nc,
    @Nullable String cnonce,
    @Nullable String opaque) {

  /** Reads a header value; empty if it is broken or uses what this package cannot do. */
  public static Optional<Authorization> parse(String header) {
    return AuthParameters.parse(header).flatMap(Authorization::of);
  }

  private static Optional<Authorization> of(Map<String, String> p) {
    String username = p.get("username");
    String realm = p.get("realm");
    String nonce = p.get("nonce");
    String response = p.get("response");
    Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(p.getOrDefault("algorithm", "MD5"));
    if (username == null
        || realm == null
        || nonce == null
        || response == null
        || algorithm.isEmpty()
        || !qopIsSound(p.get("qop"), p.get("nc"), p.get("cnonce"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorization(
            username,
            realm,
            nonce,
            p.get("uri"),
            response,
            algorithm.get(),
            p.get("qop"),
            p.get("nc"),
            p.get("cnonce"),
            p.get("opaque")));
  }

  private static boolean qopIsSound(
      @Nullable String qop, @Nullable String nc, @Nullable String cnonce) {
    if (qop == null) {
      return true;
    }
    return qop.equalsIgnoreCase("auth")
        && cnonce != null
        && nc != null
        && nc.length() == 8
        && nc.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  /** The response that a holder of H(A1) sends (RFC 7616 3.4.1). */
  String expected(String ha1, String method, String requestUri) {
    String ha2 = algorithm.hash(method, uri == null ? requestUri : uri);
    if (qop == null || nc == null || cnonce == null) {
      return algorithm.hash(ha1, nonce, ha2);
    }
    return algorithm.hash(ha1, nonce, nc, cnonce, qop, ha2);
  }

  /** The header value. */
  public String format() {
    StringBuilder out = new StringBuilder(256);
    out.append("Digest username=").append(AuthParameters.quote(username));
    out.append(", realm=").append(AuthParameters.quote(realm));
    out.append(", nonce=").append(AuthParameters.quote(nonce));
    if (uri != null) {
      out.append(", uri=").append(AuthParameters.quote(uri));
    }
    out.append(", response=").append(AuthParameters.quote(response));
    out.append(", algorithm=").append(algorithm.token());
    if (qop != null && nc != null && cnonce != null) {
      out.append(", qop=").append(qop).append(", nc=").append(nc);
      out.append(", cnonce=").append(AuthParameters.quote(cnonce));
    }
    if (opaque != null) {
      out.append(", opaque=").append(AuthParameters.quote(opaque));
    }
    return out.toString();
  }
}
