package org.ara.server.loader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of the planned modules, each after those it needs. */
final class Start {

  private static final Logger LOG = LoggerFactory.getLogger(Start.class);

  private final Map<ModuleName, LoadPlan.Wanted> planned;
  private final Map<ModuleName, Running> running;
  private final Function<Module, LoadedContext> contexts;
  private final String absent;
  private final Map<ModuleName, ModuleException> failed = new LinkedHashMap<>();

  /**
   * A start.
   *
   * @param running takes in what started, in order
   * @param contexts makes one for each module
   * @param absent what is said of a needed module that is not planned
   */
  Start(
      Map<ModuleName, LoadPlan.Wanted> planned,
      Map<ModuleName, Running> running,
      Function<Module, LoadedContext> contexts,
      String absent) {
    this.planned = planned;
    this.running = running;
    this.contexts = contexts;
    this.absent = absent;
  }

  /** Starts all of them; tells which did not and why. */
  Map<ModuleName, ModuleException> run() {
    planned.keySet().forEach(name -> start(name, List.of()));
    return failed;
  }

  /** Starts a module after those it needs; {@code path} are the modules that wait for it. */
  private void start(ModuleName name, List<ModuleName> path) {
    LoadPlan.Wanted wanted = planned.get(name);
    if (wanted == null || running.containsKey(name) || failed.containsKey(name)) {
      return;
    }
    List<ModuleName> waiting = new ArrayList<>(path);
    waiting.add(name);
    for (String need : new TreeSet<>(wanted.module().needs())) {
      ModuleName needed = ModuleName.of(need);
      if (waiting.contains(needed)) {
        refuse(wanted, "it and " + needed + " need each other");
        return;
      }
      start(needed, waiting);
      if (!running.containsKey(needed)) {
        refuse(
            wanted,
            planned.containsKey(needed)
                ? "it needs " + needed + ", which did not load"
                : "it needs " + needed + absent);
        return;
      }
    }
    try {
      running.put(
          name, Running.start(wanted.from(), wanted.module(), contexts.apply(wanted.module())));
    } catch (ModuleException e) {
      fail(name, e);
    }
  }

  private void refuse(LoadPlan.Wanted wanted, String reason) {
    wanted.from().release().run();
    fail(wanted.from().name(), new ModuleException(reason));
  }

  private void fail(ModuleName name, ModuleException reason) {
    LOG.error("Module {} did not load: {}", name, reason.getMessage());
    LOG.debug("Module {} did not load", name, reason);
    failed.put(name, reason);
  }
}
