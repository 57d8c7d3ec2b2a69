package org.ara.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hash that digest authentication is done with (RFC 7616 3.2, without the {@code -sess} ones).
 */
public enum DigestAlgorithm {
  MD5("MD5", "MD5"),
  SHA_256("SHA-256", "SHA-256");

  private static final List<DigestAlgorithm> ALL = List.of(values());

  private final String token;
  private final String javaName;

  DigestAlgorithm(String token, String javaName) {
    this.token = token;
    this.javaName = javaName;
  }

  /** The word in the {@code algorithm} parameter. */
  public String token() {
    return token;
  }

  /** The algorithm of that word, case ignored. */
  public static Optional<DigestAlgorithm> of(String token) {
    for (DigestAlgorithm algorithm : ALL) {
      if (algorithm.token.equalsIgnoreCase(token)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Reads a comma list of md5, sha256; empty for anything else and for an empty one. */
  public static Optional<List<DigestAlgorithm>> list(String text) {
    Set<DigestAlgorithm> all = new LinkedHashSet<>();
    for (String word : text.split(",", -1)) {
      Optional<DigestAlgorithm> algorithm =
          word.strip().equalsIgnoreCase("sha256") ? Optional.of(SHA_256) : of(word.strip());
      if (algorithm.isEmpty()) {
        return Optional.empty();
      }
      all.add(algorithm.get());
    }
    return Optional.of(List.copyOf(all));
  }

  /** H(part1:part2:...) in lower-case hexadecimal. */
  String hash(String... parts) {
    byte[] text = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(javaName).digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + javaName, e);
    }
  }
}
