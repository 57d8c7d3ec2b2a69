package org.ara.sip.digest;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user name's knowledge of a password is checked or proved with. Never printed. */
public sealed interface Credential {

  /** The user name of the digest. */
  String username();

  /** What is proved in a realm. */
  default Credential of(String realm) {
    return this;
  }

  /** H(A1) for a realm (RFC 7616 3.4.2), or nothing if this secret cannot do that algorithm. */
  Optional<String> ha1(DigestAlgorithm algorithm, String realm);

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
    public String toString() {
      return "Password[" + username + "]";
    }
  }

  /**
   * Hashes of username:realm:password, each good for its algorithm and the realm it was made for.
   *
   * @param md5 32 hexadecimal digits, or null
   * @param sha256 64 hexadecimal digits, or null
   */
  record Hashes(String username, @Nullable String md5, @Nullable String sha256)
      implements Credential {
    public Hashes {
      Objects.requireNonNull(username, "username");
      md5 = md5 == null ? null : md5.toLowerCase(Locale.ROOT);
      sha256 = sha256 == null ? null : sha256.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> ha1(DigestAlgorithm algorithm, String realm) {
      return Optional.ofNullable(
          switch (algorithm) {
            case MD5 -> md5;
            case SHA_256 -> sha256;
          });
    }

    @Override
    public String toString() {
      return "Hashes[" + username + "]";
    }
  }

  /**
   * One for each of some realms, and another for all others.
   *
   * @param realms by name
   * @param otherwise for the others
   */
  record ByRealm(Map<String, Credential> realms, Credential otherwise) implements Credential {
    public ByRealm {
      realms = Map.copyOf(realms);
    }

    @Override
    public String username() {
      return otherwise.username();
    }

    @Override
    public Credential of(String realm) {
      return realms.getOrDefault(realm, otherwise);
    }

    @Override
    public Optional<String> ha1(DigestAlgorithm algorithm, String realm) {
      return of(realm).ha1(algorithm, realm);
    }
  }
}
