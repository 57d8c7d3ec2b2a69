package org.ara.sip.transport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which connection each peer registered, for as long as that is open (the idea of RFC 5626).
 * Safe for use by several threads.
 */
public final class Flows {

  private final Map<String, Hop> byName = new HashMap<>();
  private final Map<Hop, Set<String>> byHop = new HashMap<>();

  /** A peer registered from there. */
  public synchronized void registered(String name, Hop from) {
    unregistered(name);
    if (from.transport().reliable() && from.isOpen()) {
      byName.put(name, from);
      byHop.computeIfAbsent(from, _ -> new HashSet<>()).add(name);
    }
  }

  /** A peer is not registered any more. */
  public synchronized void unregistered(String name) {
    Hop before = byName.remove(name);
    Set<String> others = before == null ? null : byHop.get(before);
    if (before != null && others != null) {
      others.remove(name);
      if (others.isEmpty()) {
        byHop.remove(before);
      }
    }
  }

  /** The connection of a peer, if it is still open. */
  public synchronized Optional<Hop> of(String name) {
    return Optional.ofNullable(byName.get(name)).filter(Hop::isOpen);
  }

  synchronized void closed(Hop hop) {
    Set<String> names = byHop.remove(hop);
    if (names != null) {
      names.forEach(byName::remove);
    }
  }
}
