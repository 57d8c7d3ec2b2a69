package org.ara.server.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts modules in order, reloads them and stops them in reverse. One that fails says why and
 * leaves nothing behind; those that need it do not start, all others do.
 */
public final class ModuleLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleLoader.class);

  private final Surroundings surroundings;
  private final Services services = new Services();
  private final ReentrantLock work = new ReentrantLock();

  /** In the order in which they started, which is the order of reloads. */
  private final Map<ModuleName, Running> running = new LinkedHashMap<>();

  private final Map<ModuleName, ModuleFailure> failed = new LinkedHashMap<>();
  private Map<ModuleName, Module> planned = Map.of();
  private ModulesConf conf;

  private record Running(Module module, LoadedContext context) {}

  public ModuleLoader(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.conf = ModulesConf.read(surroundings.config());
  }

  /**
   * Starts what {@code modules.conf} wants of the available modules.
   *
   * @return those that did not start
   */
  public List<ModuleFailure> start(Collection<Module> available) {
    work.lock();
    try {
      ProblemLog.report(conf.problems());
      LoadPlan plan = LoadPlan.of(conf, available);
      ProblemLog.report(plan.problems());
      planned = plan.modules();
      LOG.info("{} modules will be loaded.", planned.size());
      for (ModuleName name : planned.keySet()) {
        start(name, List.of());
      }
      for (ModuleName name : conf.required()) {
        if (!running.containsKey(name)) {
          failed.computeIfAbsent(
              name, n -> failure(n, "there is no such module, or noload names it"));
        }
      }
      return List.copyOf(failed.values());
    } finally {
      work.unlock();
    }
  }

  /** What a running module offers. */
  public <T> Optional<T> offered(Class<T> type) {
    return services.offered(type);
  }

  /** Every module that started or failed to, sorted by name. */
  public List<ModuleState> states() {
    work.lock();
    try {
      List<ModuleState> states = new ArrayList<>();
      for (ModuleName name : new TreeSet<>(planned.keySet())) {
        Module module = planned.get(name);
        if (module != null) {
          states.add(
              new ModuleState(
                  name.file(), module.description(), uses(name), running.containsKey(name)));
        }
      }
      return states;
    } finally {
      work.unlock();
    }
  }

  /** Reloads one module, named with or without {@code .so}. */
  public ReloadResult reload(String written) {
    if (!work.tryLock()) {
      return ReloadResult.BUSY;
    }
    try {
      ModuleName name = ModuleName.of(written);
      Running target = running.get(name);
      if (target != null) {
        return reload(name, target);
      }
      return planned.containsKey(name) ? ReloadResult.NOT_RUNNING : ReloadResult.UNKNOWN;
    } finally {
      work.unlock();
    }
  }

  /**
   * Reloads every module in the order in which they started; one that refuses keeps what it had.
   *
   * @return the modules that did not reload, or all of them with {@link ReloadResult#BUSY}
   */
  public Map<String, ReloadResult> reloadAll() {
    if (!work.tryLock()) {
      return Map.of("", ReloadResult.BUSY);
    }
    try {
      Map<String, ReloadResult> refused = new LinkedHashMap<>();
      running.forEach(
          (name, target) -> {
            ReloadResult result = reload(name, target);
            if (result != ReloadResult.RELOADED) {
              refused.put(name.key(), result);
            }
          });
      return refused;
    } finally {
      work.unlock();
    }
  }

  /** Stops every module, last started first. */
  public void stop() {
    work.lock();
    try {
      List<Map.Entry<ModuleName, Running>> order = new ArrayList<>(running.entrySet());
      for (Map.Entry<ModuleName, Running> entry : order.reversed()) {
        running.remove(entry.getKey());
        stop(entry.getKey(), entry.getValue());
      }
    } finally {
      work.unlock();
    }
  }

  /** Starts a module after those it needs; {@code path} are the modules that wait for it. */
  private void start(ModuleName name, List<ModuleName> path) {
    Module module = planned.get(name);
    if (module == null || running.containsKey(name) || failed.containsKey(name)) {
      return;
    }
    List<ModuleName> waiting = new ArrayList<>(path);
    waiting.add(name);
    for (String need : new TreeSet<>(module.needs())) {
      ModuleName needed = ModuleName.of(need);
      if (waiting.contains(needed)) {
        fail(name, "it and " + needed + " need each other");
        return;
      }
      start(needed, waiting);
      if (!running.containsKey(needed)) {
        fail(
            name,
            planned.containsKey(needed)
                ? "it needs " + needed + ", which did not load"
                : "it needs " + needed + ", which modules.conf does not load");
        return;
      }
    }
    load(name, module);
  }

  private void load(ModuleName name, Module module) {
    LoadedContext context = new LoadedContext(surroundings, services);
    try {
      module.load(context);
      running.put(name, new Running(module, context));
    } catch (ModuleException e) {
      context.withdraw();
      fail(name, String.valueOf(e.getMessage()));
      LOG.debug("Module {} did not load", name, e);
    } catch (RuntimeException | LinkageError e) {
      context.withdraw();
      fail(name, "unexpectedly: " + e);
      LOG.error("Module {} has a fault", name, e);
    }
  }

  private ReloadResult reload(ModuleName name, Running target) {
    try {
      target.module().reload();
      return ReloadResult.RELOADED;
    } catch (ModuleException e) {
      LOG.error("Module {} keeps its configuration: {}", name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Module {} has a fault", name, e);
    }
    return ReloadResult.REFUSED;
  }

  private static void stop(ModuleName name, Running target) {
    try {
      target.module().unload();
    } catch (RuntimeException e) {
      LOG.error("Module {} did not stop cleanly", name, e);
    } finally {
      target.context().withdraw();
    }
  }

  private void fail(ModuleName name, String reason) {
    LOG.error("Module {} did not load: {}", name, reason);
    failed.put(name, failure(name, reason));
  }

  private ModuleFailure failure(ModuleName name, String reason) {
    return new ModuleFailure(name.key(), reason, conf.required().contains(name));
  }

  private int uses(ModuleName name) {
    return (int)
        running.values().stream()
            .filter(r -> r.module().needs().stream().map(ModuleName::of).anyMatch(name::equals))
            .count();
  }
}
