package org.ara.server.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who uses a module: the running modules that need it and the channels in it. */
final class UseCount {

  private UseCount() {}

  /** Names of both, modules first. */
  static List<String> of(ModuleName name, Map<ModuleName, Running> running) {
    List<String> users = new ArrayList<>();
    running.values().stream()
        .filter(other -> other.needs(name))
        .forEach(other -> users.add(other.name().file()));
    Running module = running.get(name);
    if (module != null) {
      users.addAll(module.module().users());
    }
    return users;
  }

  /** Every module that needs this one, by itself or through others, last started first. */
  static List<ModuleName> dependents(ModuleName name, Collection<Running> running) {
    Set<ModuleName> found = new LinkedHashSet<>();
    found.add(name);
    // A module starts after those it needs, so one pass in the order of starting meets all.
    for (Running other : running) {
      if (found.stream().anyMatch(other::needs)) {
        found.add(other.name());
      }
    }
    found.remove(name);
    return List.copyOf(found).reversed();
  }
}
