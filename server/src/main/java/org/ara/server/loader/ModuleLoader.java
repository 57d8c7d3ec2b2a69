package org.ara.server.loader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.ara.config.ConfigSource;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.module.ModuleState;
import org.ara.module.Modules;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.ReloadResult;
import org.ara.pbx.Pbx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts modules in order, reloads them, loads and unloads single ones, and stops them in reverse.
 * One that fails says why and leaves nothing behind; those that need it do not start, all others
 * do.
 */
public final class ModuleLoader implements Modules {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleLoader.class);

  /** The end of the name of a package in which there is nothing but modules. */
  private static final String ONLY_MODULES = ".loadable";

  private final Surroundings surroundings;
  private final Services services = new Services();
  private final ReentrantLock work = new ReentrantLock();

  /** In the order in which they started, which is the order of reloads. */
  private final Map<ModuleName, Running> running = new LinkedHashMap<>();

  private final Map<ModuleName, Shown> known = new TreeMap<>();
  private final ModulesConf conf;
  private volatile @Nullable Instant reloaded;
  private Supplier<List<Candidate>> catalogue = List::of;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);

  /** How far the start is. */
  private enum Phase {
    STARTING,
    STARTING_AND_RELOAD_WANTED,
    STARTED
  }

  /** What lists say of a module that may not run. */
  private record Shown(String description, String support) {}

  public ModuleLoader(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.conf = ModulesConf.read(surroundings.config());
    services.offer(Modules.class, this);
  }

  /**
   * Starts what {@code modules.conf} wants of the modules that are found.
   *
   * @return those that did not start
   */
  public List<ModuleFailure> start(ModuleFinder finder) {
    return start(finder::find);
  }

  List<ModuleFailure> start(Collection<Module> modules) {
    return start(() -> modules.stream().map(Candidate::of).toList());
  }

  private List<ModuleFailure> start(Supplier<List<Candidate>> found) {
    work.lock();
    try {
      catalogue = found;
      ProblemLog.report(conf.problems());
      List<LoadPlan.Wanted> available = made(found.get());
      LoadPlan plan = LoadPlan.of(conf, available);
      ProblemLog.report(plan.problems());
      plan.modules().values().forEach(wanted -> know(wanted.from(), wanted.module()));
      LOG.info("{} modules will be loaded.", plan.modules().size());
      Map<ModuleName, ModuleException> failed =
          new Start(plan.modules(), running, this::context, ", which modules.conf does not load")
              .run();
      List<ModuleFailure> failures = new ArrayList<>();
      failed.forEach((name, why) -> failures.add(failure(name, why)));
      failures.addAll(unmet(failed.keySet()));
      for (LoadPlan.Wanted left : available) {
        if (!plan.modules().containsKey(left.from().name())) {
          left.from().release().run();
          failures.addAll(indispensable(left));
        }
      }
      if (phase.getAndSet(Phase.STARTED) == Phase.STARTING_AND_RELOAD_WANTED) {
        running.values().forEach(module -> module.reload(module.name().key(), true));
      }
      return failures;
    } finally {
      work.unlock();
    }
  }

  /** Offers modules something of the server itself, before any of them starts. */
  public <T> void offer(Class<T> type, T service) {
    services.offer(type, service);
  }

  /** Configuration as modules see it that load after the databases. */
  public ConfigSource config() {
    return new LoadedContext(surroundings, services, true).config();
  }

  /** When everything was last reloaded without a refusal, by whomever; empty if never. */
  public Optional<Instant> lastReload() {
    return Optional.ofNullable(reloaded);
  }

  /** What a running module offers. */
  public <T> Optional<T> offered(Class<T> type) {
    return services.offered(type);
  }

  @Override
  public List<ModuleState> states() {
    work.lock();
    try {
      List<ModuleState> states = new ArrayList<>();
      known.forEach(
          (name, shown) ->
              states.add(
                  new ModuleState(
                      name.file(),
                      shown.description(),
                      users(name).size(),
                      running.containsKey(name),
                      shown.support())));
      return states;
    } finally {
      work.unlock();
    }
  }

  @Override
  public List<ModuleReload> reload(List<String> names) {
    List<ModuleReload> results = reload(names, true);
    if (names.isEmpty() && results.stream().allMatch(r -> r.result() == ReloadResult.RELOADED)) {
      reloaded = Instant.now();
    }
    services
        .offered(ManagerBoard.class)
        .ifPresent(board -> ReloadEvents.tell(board, names, results));
    return results;
  }

  @Override
  public List<ModuleReload> plan(List<String> names) {
    return reload(names, false);
  }

  private List<ModuleReload> reload(List<String> names, boolean apply) {
    if (!work.tryLock()) {
      return refused(names, apply);
    }
    try {
      if (names.isEmpty()) {
        return running.values().stream()
            .map(module -> module.reload(module.name().key(), apply))
            .filter(result -> result.result() != ReloadResult.UNSUPPORTED)
            .toList();
      }
      return names.stream().map(name -> reload(name, apply)).toList();
    } finally {
      work.unlock();
    }
  }

  private ModuleReload reload(String written, boolean apply) {
    ModuleName name = ModuleName.of(written);
    Running target = running.get(name);
    if (target != null) {
      return target.reload(written, apply);
    }
    return ModuleReload.not(
        written, known.containsKey(name) ? ReloadResult.NOT_RUNNING : ReloadResult.UNKNOWN, "");
  }

  /** Somebody else is at work: the start, after which all is reloaded, or another reload. */
  private List<ModuleReload> refused(List<String> names, boolean apply) {
    boolean queued =
        apply
            && phase.updateAndGet(
                    now -> now == Phase.STARTED ? now : Phase.STARTING_AND_RELOAD_WANTED)
                != Phase.STARTED;
    ReloadResult result = queued ? ReloadResult.QUEUED : ReloadResult.BUSY;
    return (names.isEmpty() ? List.of("") : names)
        .stream().map(name -> ModuleReload.not(name, result, "")).toList();
  }

  @Override
  public Optional<String> packageOf(String written) {
    work.lock();
    try {
      return Optional.ofNullable(running.get(ModuleName.of(written)))
          .map(module -> module.module().getClass().getPackageName())
          .map(name -> name.endsWith(ONLY_MODULES) ? parent(name) : name);
    } finally {
      work.unlock();
    }
  }

  private static String parent(String name) {
    return name.substring(0, name.length() - ONLY_MODULES.length());
  }

  @Override
  public Answer load(String written) {
    return alone(() -> load(ModuleName.of(written), written));
  }

  @Override
  public Answer unload(String written, Force force) {
    return alone(() -> unload(ModuleName.of(written), written, force));
  }

  @Override
  public Answer refresh(String written, boolean recursively) {
    return alone(
        () -> {
          ModuleName name = ModuleName.of(written);
          List<ModuleName> dependents =
              recursively ? UseCount.dependents(name, running.values()) : List.of();
          for (ModuleName dependent : dependents) {
            Answer gone = unload(dependent, dependent.key(), Force.SOFT);
            if (!gone.done()) {
              return gone;
            }
          }
          Answer answer = unload(name, written, Force.SOFT);
          if (answer.done()) {
            answer = load(name, written);
          }
          for (ModuleName dependent : dependents.reversed()) {
            Answer back = load(dependent, dependent.key());
            answer = back.done() ? answer : back;
          }
          return answer.done() ? new Answer(true, "Refreshed " + written) : answer;
        });
  }

  /** Stops every module, last started first. */
  public void stop() {
    work.lock();
    try {
      for (Running module : List.copyOf(running.values()).reversed()) {
        running.remove(module.name());
        module.stop();
      }
    } finally {
      work.unlock();
    }
  }

  private Answer load(ModuleName name, String written) {
    if (running.containsKey(name)) {
      return new Answer(false, "Module '" + written + "' is already loaded and running");
    }
    for (Candidate candidate : catalogue.get()) {
      if (candidate.name().equals(name)) {
        return load(candidate, written);
      }
    }
    return new Answer(false, "Unable to load module " + written + ": there is no such module here");
  }

  private Answer load(Candidate candidate, String written) {
    for (LoadPlan.Wanted wanted : made(List.of(candidate))) {
      know(candidate, wanted.module());
      Map<ModuleName, ModuleException> failed =
          new Start(
                  Map.of(candidate.name(), wanted),
                  running,
                  this::context,
                  ", which does not run; load it first")
              .run();
      ModuleException reason = failed.get(candidate.name());
      return reason == null
          ? new Answer(true, "Loaded " + written)
          : new Answer(false, "Unable to load module " + written + ": " + reason.getMessage());
    }
    return new Answer(
        false, "Unable to load module " + written + ": it cannot be made, see the log");
  }

  private Answer unload(ModuleName name, String written, Force force) {
    Running target = running.get(name);
    if (target == null) {
      return new Answer(false, "Unload failed, '" + written + "' could not be found");
    }
    if (target.module().builtIn()) {
      return new Answer(
          false, "Unable to unload resource " + written + ": it is built in and always needed");
    }
    List<String> users = users(name);
    if (force == Force.SOFT && !users.isEmpty()) {
      return new Answer(
          false,
          "Soft unload failed, '%s' has use count %d: %s"
              .formatted(written, users.size(), String.join(", ", users)));
    }
    for (ModuleName dependent : UseCount.dependents(name, running.values())) {
      if (running.containsKey(dependent)) {
        Answer gone = unload(dependent, dependent.key(), force);
        if (!gone.done()) {
          return gone;
        }
      }
    }
    List<String> staying =
        services.offered(Pbx.class).map(pbx -> Departure.of(target, pbx)).orElse(List.of());
    if (!staying.isEmpty()) {
      return new Answer(
          false,
          "Unable to unload resource " + written + ": " + staying + " did not hang up in time");
    }
    running.remove(name);
    target.stop();
    return new Answer(true, "Unloaded " + written);
  }

  private Answer alone(Supplier<Answer> request) {
    if (!work.tryLock()) {
      return new Answer(false, "Modules are being loaded or reloaded; please be patient");
    }
    try {
      return request.get();
    } finally {
      work.unlock();
    }
  }

  private List<String> users(ModuleName name) {
    return UseCount.of(name, running);
  }

  /** What is needed to get at databases is read from files. */
  private LoadedContext context(Module module) {
    boolean mapped = module.priority().compareTo(LoadPriority.REALTIME_DRIVER) > 0;
    return new LoadedContext(surroundings, services, mapped);
  }

  private void know(Candidate candidate, Module module) {
    known.put(candidate.name(), new Shown(module.description(), candidate.support()));
  }

  private static List<LoadPlan.Wanted> made(List<Candidate> candidates) {
    List<LoadPlan.Wanted> made = new ArrayList<>();
    for (Candidate candidate : candidates) {
      try {
        made.add(new LoadPlan.Wanted(candidate, candidate.maker().get()));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        LOG.error("Module {} cannot be made: {}", candidate.name(), e.toString());
      }
    }
    return made;
  }

  private ModuleFailure failure(ModuleName name, ModuleException why) {
    return new ModuleFailure(
        name.key(),
        String.valueOf(why.getMessage()),
        why.isFatal() || conf.required().contains(name));
  }

  /** What the server must have and nobody tried to start. */
  private List<ModuleFailure> unmet(Collection<ModuleName> failed) {
    List<ModuleFailure> unmet = new ArrayList<>();
    for (ModuleName name : conf.required()) {
      if (!running.containsKey(name) && !failed.contains(name)) {
        unmet.add(
            new ModuleFailure(name.key(), "there is no such module, or noload names it", true));
      }
    }
    return unmet;
  }

  /** That noload names what cannot be left out. */
  private List<ModuleFailure> indispensable(LoadPlan.Wanted left) {
    ModuleName name = left.from().name();
    return left.module().builtIn() && conf.noload().contains(name)
        ? List.of(new ModuleFailure(name.key(), "it is built in: noload cannot name it", true))
        : List.of();
  }
}
