package org.ara.server.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;

/**
 * The modules that are to start, in the order in which the loader tries them: the databases, those
 * named first, then by priority, equals in the order of the file and then by name.
 *
 * @param modules what starts, in order
 * @param problems names in the file that no module goes by
 */
record LoadPlan(Map<ModuleName, Wanted> modules, List<Problem> problems) {

  /** A module that is to start, and where it is from. */
  record Wanted(Candidate from, Module module) {}

  static LoadPlan of(ModulesConf conf, Collection<Wanted> available) {
    Map<ModuleName, Wanted> byName = new TreeMap<>();
    available.forEach(module -> byName.putIfAbsent(module.from().name(), module));
    List<Problem> problems = new ArrayList<>();
    Map<ModuleName, Wanted> wanted = new LinkedHashMap<>();
    for (ModuleName name : conf.load()) {
      Wanted module = byName.get(name);
      if (module != null) {
        wanted.put(name, module);
      } else {
        problems.add(unknown(name));
      }
    }
    if (conf.autoload()) {
      byName.forEach(wanted::putIfAbsent);
    }
    byName.forEach(
        (name, module) -> {
          if (module.module().builtIn() && module.module().needs().isEmpty()) {
            wanted.putIfAbsent(name, module);
          }
        });
    wanted.keySet().removeAll(conf.noload());
    return new LoadPlan(sorted(wanted, conf), problems);
  }

  private static Map<ModuleName, Wanted> sorted(Map<ModuleName, Wanted> wanted, ModulesConf conf) {
    List<Map.Entry<ModuleName, Wanted>> entries = new ArrayList<>(wanted.entrySet());
    entries.sort(
        Comparator.<Map.Entry<ModuleName, Wanted>, Boolean>comparing(
                entry -> !isForDatabases(entry.getValue()))
            .thenComparing(entry -> !conf.first().contains(entry.getKey()))
            .thenComparing(entry -> entry.getValue().module().priority()));
    Map<ModuleName, Wanted> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Whatever starts first may find its file mapped to a database. */
  private static boolean isForDatabases(Wanted wanted) {
    return wanted.module().priority().compareTo(LoadPriority.REALTIME_DRIVER) <= 0;
  }

  private static Problem unknown(ModuleName name) {
    return Problem.warning(
        new Origin(ModulesConf.FILE, 0), "there is no module '" + name + "' here; it is left out");
  }
}
