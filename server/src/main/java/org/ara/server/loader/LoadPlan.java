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
import org.ara.module.Module;

/**
 * The modules that are to start, in the order in which the loader tries them: those named first,
 * then by priority, equals in the order of the file and then by name.
 *
 * @param modules what starts, in order
 * @param problems names in the file that no module goes by
 */
record LoadPlan(Map<ModuleName, Module> modules, List<Problem> problems) {

  static LoadPlan of(ModulesConf conf, Collection<Module> available) {
    Map<ModuleName, Module> byName = new TreeMap<>();
    available.forEach(module -> byName.putIfAbsent(ModuleName.of(module.name()), module));
    List<Problem> problems = new ArrayList<>();
    Map<ModuleName, Module> wanted = new LinkedHashMap<>();
    for (ModuleName name : conf.load()) {
      Module module = byName.get(name);
      if (module != null) {
        wanted.put(name, module);
      } else {
        problems.add(unknown(name));
      }
    }
    if (conf.autoload()) {
      byName.forEach(wanted::putIfAbsent);
    }
    wanted.keySet().removeAll(conf.noload());
    return new LoadPlan(sorted(wanted, conf), problems);
  }

  private static Map<ModuleName, Module> sorted(Map<ModuleName, Module> wanted, ModulesConf conf) {
    List<Map.Entry<ModuleName, Module>> entries = new ArrayList<>(wanted.entrySet());
    entries.sort(
        Comparator.<Map.Entry<ModuleName, Module>, Boolean>comparing(
                entry -> !conf.first().contains(entry.getKey()))
            .thenComparing(entry -> entry.getValue().priority()));
    Map<ModuleName, Module> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static Problem unknown(ModuleName name) {
    return Problem.warning(
        new Origin(ModulesConf.FILE, 0), "there is no module '" + name + "' here; it is left out");
  }
}
