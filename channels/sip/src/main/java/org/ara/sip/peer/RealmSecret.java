package org.ara.sip.peer;

import java.util.Optional;
import org.ara.sip.digest.Credential;

/**
 * What this server proves to know in one realm.
 *
 * @param realm as challenges name it
 * @param credential what it knows
 */
record RealmSecret(String realm, Credential credential) {

  /** Reads {@code user:secret@realm} or {@code user#md5hash@realm}. */
  static Optional<RealmSecret> parse(String text) {
    int at = text.lastIndexOf('@');
    String who = at < 0 ? "" : text.substring(0, at);
    int colon = who.indexOf(':');
    int hash = who.indexOf('#');
    boolean hashed = hash > 0 && (colon < 0 || hash < colon);
    int end = hashed ? hash : colon;
    if (end <= 0 || at == text.length() - 1) {
      return Optional.empty();
    }
    String user = who.substring(0, end);
    String secret = who.substring(end + 1);
    if (hashed && !secret.matches("[0-9a-fA-F]{32}")) {
      return Optional.empty();
    }
    return Optional.of(
        new RealmSecret(
            text.substring(at + 1),
            hashed
                ? new Credential.Hashes(user, secret, null)
                : new Credential.Password(user, secret)));
  }
}
