package org.ara.sip.peer;

import java.util.Optional;
import org.ara.config.option.OptionValues;
import org.ara.sip.digest.Credential;

/** What a peer must prove, and what is proved to it, from its options. */
final class Credentials {

  private Credentials() {}

  /** What it must prove; empty if anybody may be it. Hashes count more than the password. */
  static Optional<Credential> incoming(String name, OptionValues v) {
    return hashes(name, v)
        .or(() -> v.find(PeerOptions.SECRET).map(s -> new Credential.Password(name, s)));
  }

  /** What is proved to it; empty if nothing is known. */
  static Optional<Credential> outgoing(String name, OptionValues v, RealmSecrets general) {
    String user = v.find(PeerOptions.DEFAULT_USER).filter(u -> !u.isEmpty()).orElse(name);
    Optional<Credential> usual =
        v.find(PeerOptions.REMOTE_SECRET)
            .<Credential>map(s -> new Credential.Password(user, s))
            .or(() -> incoming(user, v));
    return general.with(v.all(AccountOptions.AUTH)).or(user, usual);
  }

  private static Optional<Credential> hashes(String name, OptionValues v) {
    String md5 = v.find(PeerOptions.MD5_SECRET).orElse(null);
    String sha256 = v.find(AccountOptions.SHA256_SECRET).orElse(null);
    return md5 == null && sha256 == null
        ? Optional.empty()
        : Optional.of(new Credential.Hashes(name, md5, sha256));
  }
}
