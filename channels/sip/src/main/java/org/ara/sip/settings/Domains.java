package org.ara.sip.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The domains that this server is responsible for.
 *
 * @param contexts the domains in lower case, each with where calls of strangers to it start; empty
 *     where that is not said. No domain at all: this server answers for any
 * @param found those of them that nobody wrote down
 * @param asRealm whether passwords are asked for in the realm of the domain
 * @param others whether calls to other domains are let in
 */
public record Domains(
    Map<String, String> contexts, Set<String> found, boolean asRealm, boolean others) {

  /** Any domain will do. */
  public static final Domains ANY = new Domains(Map.of(), Set.of(), false, true);

  public Domains {
    contexts = Map.copyOf(contexts);
    found = Set.copyOf(found);
  }

  /** Whether it is a domain of this server. */
  public boolean isOurs(String host) {
    return contexts.isEmpty() || contexts.containsKey(key(host));
  }

  /** Whether somebody may call a number there. */
  public boolean isCalled(String host) {
    return others || isOurs(host);
  }

  /** Where calls of strangers to a domain start, if that is said. */
  public Optional<String> context(String host) {
    return Optional.ofNullable(contexts.get(key(host))).filter(context -> !context.isEmpty());
  }

  /** The realm that a domain is, if it is one. */
  public Optional<String> realm(String host) {
    return asRealm && contexts.containsKey(key(host)) ? Optional.of(key(host)) : Optional.empty();
  }

  private static String key(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
