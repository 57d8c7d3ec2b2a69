package org.ara.sip.digest;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a user name's knowledge of a password is checked or proved with. Never printed. */
public sealed interface Credential {

  /** The user name of the digest. */
  String username();

  /** H(A1) for a realm (RFC 7616 3.4.2), or nothing if this secret cannot do that algorithm. */
  Optional<String> ha1(DigestAlgorithm algorithm, String realm);

  /** Whether there is an H(A1) for an algorithm, without working it out. */
  boolean knows(DigestAlgorithm algorithm);

  /** A plain password, good for every algorithm and realm. */
  record Password(String username, String password) implements Credential {
    public Password {
      Objects.requireNonNull(username, "username");
      Objects.requireNonNull(password, "password");
    }

    @Override
    public Optional<String> ha1(DigestAlgorithm algorithm, String realm) {
      return Optional.of(algorithm.hash(username, realm, password));
    }

    @Override
    public boolean knows(DigestAlgorithm algorithm) {
      return true;
    }

    @Override
    public String toString() {
      return "Password[" + username + "]";
    }
  }

  /**
   * An {@code md5secret}: MD5(username:realm:password), good for MD5 and the realm it was made for.
   *
   * @param hash 32 hexadecimal digits
   */
  record Md5Hash(String username, String hash) implements Credential {
    public Md5Hash {
      Objects.requireNonNull(username, "username");
      hash = hash.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> ha1(DigestAlgorithm algorithm, String realm) {
      return knows(algorithm) ? Optional.of(hash) : Optional.empty();
    }

    @Override
    public boolean knows(DigestAlgorithm algorithm) {
      return algorithm == DigestAlgorithm.MD5;
    }

    @Override
    public String toString() {
      return "Md5Hash[" + username + "]";
    }
  }
}
