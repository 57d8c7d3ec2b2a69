package org.ara.pbx.dialplan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The switches that are there, by name. Published as a service; modules that bring a switch
 * register it in {@code load} and take it away in {@code unload}. Safe for any number of threads.
 */
public final class Switches {

  private final Map<String, Switch> byName = new ConcurrentHashMap<>();
  private final Set<String> missed = ConcurrentHashMap.newKeySet();

  /**
   * Makes a switch known; running dialplans find it at once.
   *
   * @throws IllegalStateException if the name is taken
   */
  public void register(Switch added) {
    if (byName.putIfAbsent(key(added.name()), added) != null) {
      throw new IllegalStateException("there is a switch " + added.name() + " already");
    }
    missed.remove(key(added.name()));
  }

  /** Takes a switch away again. */
  public void unregister(Switch removed) {
    byName.remove(key(removed.name()), removed);
  }

  /** The switch of that name, case ignored. */
  public Optional<Switch> named(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** Whether this is the first time that this switch was asked and not there. */
  boolean isFirstMiss(String name) {
    return missed.add(key(name));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
