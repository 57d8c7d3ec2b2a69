package org.ara.sip.digest;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's demand to authenticate: one {@code WWW-Authenticate} or {@code Proxy-Authenticate}
 * value.
 *
 * @param realm what the password is for
 * @param nonce the server's text to be hashed along
 * @param algorithm how to hash
 * @param qopAuth whether {@code qop="auth"} is offered
 * @param opaque to be sent back as it is, null if there is none
 * @param stale whether only the nonce was wrong, so that the same password should be tried again
 */
public record Challenge(
    String realm,
    String nonce,
    DigestAlgorithm algorithm,
    boolean qopAuth,
    @Nullable String opaque,
    boolean stale) {

  public Challenge {
    Objects.requireNonNull(realm, "realm");
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(algorithm, "algorithm");
  }

  /** Reads a header value; empty if it is broken or asks for what this package cannot do. */
  public static Optional<Challenge> parse(String header) {
    return AuthParameters.parse(header).flatMap(Challenge::of);
  }

  private static Optional<Challenge> of(Map<String, String> parameters) {
    String realm = parameters.get("realm");
    String nonce = parameters.get("nonce");
    Optional<DigestAlgorithm> algorithm =
        DigestAlgorithm.of(parameters.getOrDefault("algorithm", "MD5"));
    String qop = parameters.get("qop");
    boolean auth = qop != null && offersAuth(qop);
    if (realm == null || nonce == null || algorithm.isEmpty() || (qop != null && !auth)) {
      return Optional.empty();
    }
    boolean stale = "true".equalsIgnoreCase(parameters.get("stale"));
    return Optional.of(
        new Challenge(realm, nonce, algorithm.get(), auth, parameters.get("opaque"), stale));
  }

  private static boolean offersAuth(String qop) {
    return Arrays.stream(qop.split(",", -1)).anyMatch(o -> o.strip().equalsIgnoreCase("auth"));
  }

  /** The header value. */
  public String format() {
    StringBuilder out = new StringBuilder(160);
    out.append("Digest algorithm=").append(algorithm.token());
    out.append(", realm=").append(AuthParameters.quote(realm));
    out.append(", nonce=").append(AuthParameters.quote(nonce));
    if (opaque != null) {
      out.append(", opaque=").append(AuthParameters.quote(opaque));
    }
    if (qopAuth) {
      out.append(", qop=\"auth\"");
    }
    if (stale) {
      out.append(", stale=true");
    }
    return out.toString();
  }
}
