package org.ara.sip.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Problem;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionValues;
import org.ara.sip.digest.Credential;

/**
 * What this server proves in some realms to whoever asks: the section {@code [authentication]}.
 *
 * @param realms by name
 */
public record RealmSecrets(Map<String, Credential> realms) {

  /** Nothing. */
  public static final RealmSecrets NONE = new RealmSecrets(Map.of());

  private static final OptionTable TABLE = OptionTable.of(AccountOptions.AUTH);

  public RealmSecrets {
    realms = Map.copyOf(realms);
  }

  /** Reads a section; what is wrong with it goes to the problems. */
  public static RealmSecrets read(Category section, List<Problem> problems) {
    OptionValues v = TABLE.read(section);
    problems.addAll(v.problems());
    return NONE.with(v.all(AccountOptions.AUTH));
  }

  /** These, below those of a peer. */
  RealmSecrets with(List<RealmSecret> own) {
    Map<String, Credential> all = new LinkedHashMap<>();
    own.forEach(secret -> all.putIfAbsent(secret.realm(), secret.credential()));
    realms.forEach(all::putIfAbsent);
    return new RealmSecrets(all);
  }

  /**
   * What is proved, in these realms and in others.
   *
   * @param user of proofs in other realms
   * @param otherwise what is known for other realms; empty for nothing
   */
  public Optional<Credential> or(String user, Optional<Credential> otherwise) {
    return realms.isEmpty()
        ? otherwise
        : Optional.of(
            new Credential.ByRealm(
                realms, otherwise.orElseGet(() -> new Credential.Hashes(user, null, null))));
  }
}
