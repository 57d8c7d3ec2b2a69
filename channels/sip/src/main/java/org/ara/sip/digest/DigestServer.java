package org.ara.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The server's side of digest authentication for one realm: makes challenges and judges answers.
 *
 * <p>Everybody is offered the same algorithms, whatever hash of their password is stored, so that
 * challenges tell nothing of a user. An unknown user is challenged and judged against a secret that
 * nobody knows, with the same work and the same answers as a known one.
 */
public final class DigestServer {

  /** How long a nonce can be answered. */
  public static final Duration NONCE_LIFETIME = Duration.ofSeconds(60);

  private static final int REMEMBERED_NONCES = 100_000;
  private static final int JUDGED_HEADERS = 4;

  private final String realm;
  private final List<DigestAlgorithm> algorithms;
  private final Nonces nonces;
  private final String unguessable;

  /**
   * A server of a realm.
   *
   * @param algorithms offered to everybody, the preferred first
   * @param clock what dates the nonces
   */
  public DigestServer(String realm, List<DigestAlgorithm> algorithms, InstantSource clock) {
    this(realm, algorithms, new Nonces(clock, NONCE_LIFETIME, REMEMBERED_NONCES));
  }

  DigestServer(String realm, List<DigestAlgorithm> algorithms, Nonces nonces) {
    this.realm = realm;
    this.algorithms = List.copyOf(algorithms);
    this.nonces = nonces;
    byte[] noise = new byte[24];
    new SecureRandom().nextBytes(noise);
    this.unguessable = HexFormat.of().formatHex(noise);
  }

  /** The realm of the challenges. */
  public String realm() {
    return realm;
  }

  /** The secret an unknown user is judged against. */
  public Credential nobody(String username) {
    return new Credential.Password(username, unguessable);
  }

  /** The challenges to send, whoever is challenged; all with one nonce. */
  public List<Challenge> challenges(boolean stale) {
    String nonce = nonces.next();
    return algorithms.stream()
        .map(algorithm -> new Challenge(realm, nonce, algorithm, true, null, stale))
        .toList();
  }

  /** The challenges that an unknown user gets. */
  public List<Challenge> challenges() {
    return challenges(false);
  }

  /**
   * Who a request says it comes from, in answer to a challenge that still counts.
   *
   * @param headers the values of its {@code Authorization} headers
   * @return the user name, which proves nothing yet; empty if there is no such answer
   */
  public Optional<String> claimant(List<String> headers) {
    return headers.stream()
        .limit(JUDGED_HEADERS)
        .flatMap(header -> Authorization.parse(header).stream())
        .filter(answer -> answer.realm().equals(realm))
        .filter(answer -> nonces.state(nonces.issuedAt(answer.nonce())) == Nonces.State.FRESH)
        .map(Authorization::username)
        .findFirst();
  }

  /**
   * Judges a request.
   *
   * @param method the request's method
   * @param requestUri the request's URI, for clients that leave {@code uri} out
   * @param headers the values of its {@code Authorization} (or {@code Proxy-Authorization}) headers
   * @param credential what the user must know; the digest's user name must equal its own, byte for
   *     byte
   */
  public Verdict judge(
      String method, String requestUri, List<String> headers, Credential credential) {
    Verdict worst = new Verdict.Challenged(false);
    for (String header : headers.subList(0, Math.min(headers.size(), JUDGED_HEADERS))) {
      Optional<Authorization> answer =
          Authorization.parse(header).filter(a -> a.realm().equals(realm));
      if (answer.isEmpty()) {
        continue;
      }
      Verdict verdict = judge(method, requestUri, answer.get(), credential);
      switch (verdict) {
        case Verdict.Accepted _ -> {
          return verdict;
        }
        case Verdict.Challenged(boolean stale) -> worst = stale ? verdict : worst;
        case Verdict.Rejected _ -> worst = verdict;
      }
    }
    return worst;
  }

  private Verdict judge(
      String method, String requestUri, Authorization answer, Credential credential) {
    Optional<String> ha1 = credential.ha1(answer.algorithm(), realm);
    String expected = answer.expected(ha1.orElse(unguessable), method, requestUri);
    boolean right =
        same(expected, answer.response().toLowerCase(Locale.ROOT))
            & same(credential.username(), answer.username())
            & ha1.isPresent()
            & algorithms.contains(answer.algorithm());
    long issued = nonces.issuedAt(answer.nonce());
    if (nonces.state(issued) == Nonces.State.STALE) {
      return new Verdict.Challenged(right);
    }
    if (!right) {
      return new Verdict.Rejected();
    }
    String nc = answer.nc();
    long count = answer.qop() == null || nc == null ? 0 : Long.parseLong(nc, 16);
    if (answer.qop() != null && count == 0) {
      return new Verdict.Rejected();
    }
    return nonces.use(answer.nonce(), issued, count) == Nonces.State.FRESH
        ? new Verdict.Accepted()
        : new Verdict.Challenged(true);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
