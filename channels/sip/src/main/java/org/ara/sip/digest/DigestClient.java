package org.ara.sip.digest;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of digest authentication of one request: answers the challenges that its
 * attempts meet, up to a limit. Not thread-safe; the attempts are made one after the other.
 */
public final class DigestClient {

  /** Several proxies may each want a password, and a nonce may be stale; nobody needs more. */
  private static final int MOST_CHALLENGES = 4;

  private final Credential credential;
  private final RandomGenerator random;
  private @Nullable Challenge current;
  private int count;
  private int challenges;

  /**
   * A client that knows one secret.
   *
   * @param random the source of cnonces
   */
  public DigestClient(Credential credential, RandomGenerator random) {
    this.credential = credential;
    this.random = random;
  }

  /** A client with the same secret for another request. */
  public DigestClient again() {
    return new DigestClient(credential, random);
  }

  /**
   * Takes a response's challenges in: the first one that can be answered (RFC 8760 2.3).
   *
   * @return whether answering is worth a try; false if the password was refused already, since the
   *     same realm came again with no sign of a stale nonce, and after too many challenges
   */
  public boolean challenged(List<String> headers) {
    if (++challenges > MOST_CHALLENGES) {
      return false;
    }
    Optional<Challenge> answerable =
        headers.stream()
            .map(Challenge::parse)
            .flatMap(Optional::stream)
            .filter(c -> credential.ha1(c.algorithm(), c.realm()).isPresent())
            .findFirst();
    if (answerable.isEmpty()) {
      return false;
    }
    Challenge next = answerable.get();
    Challenge before = current;
    if (before != null && before.realm().equals(next.realm()) && !next.stale()) {
      return false;
    }
    current = next;
    count = 0;
    return true;
  }

  /** The header value for a request, or nothing while there was no challenge. */
  public Optional<String> authorize(String method, String uri) {
    Challenge challenge = current;
    if (challenge == null) {
      return Optional.empty();
    }
    count++;
    DigestAlgorithm algorithm = challenge.algorithm();
    Authorization blank =
        new Authorization(
            credential.of(challenge.realm()).username(),
            challenge.realm(),
            challenge.nonce(),
            uri,
            "",
            algorithm,
            challenge.qopAuth() ? "auth" : null,
            challenge.qopAuth() ? String.format(Locale.ROOT, "%08x", count) : null,
            challenge.qopAuth() ? HexFormat.of().toHexDigits(random.nextInt()) : null,
            challenge.opaque());
    return credential
        .ha1(algorithm, challenge.realm())
        .map(ha1 -> with(blank, blank.expected(ha1, method, uri)).format());
  }

  private static Authorization with(Authorization a, String response) {
    return new Authorization(
        a.username(),
        a.realm(),
        a.nonce(),
        a.uri(),
        response,
        a.algorithm(),
        a.qop(),
        a.nc(),
        a.cnonce(),
        a.opaque());
  }
}
