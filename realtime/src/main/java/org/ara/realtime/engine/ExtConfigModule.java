package org.ara.realtime.engine;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Usable;
import org.ara.realtime.Realtime;
import org.ara.realtime.console.RealtimeCommands;
import org.ara.realtime.files.StaticFiles;
import org.ara.realtime.mapping.ExtConfig;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.realtime.spi.DriverRegistry;
import org.ara.realtime.status.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * The built-in module {@code extconfig}: reads mappings and policies and offers the engine to all
 * others as {@link Realtime} and {@link DriverRegistry}.
 */
public final class ExtConfigModule implements Module {

  private final RealtimeEngine engine = new RealtimeEngine();
  private @Nullable ModuleContext context;

  @Override
  public String name() {
    return "extconfig";
  }

  @Override
  public String description() {
    return "Realtime families and their mappings";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.REALTIME_DEPEND;
  }

  /** Starts the engine; a file that cannot be used leaves it without mappings, with an error. */
  @Override
  public void load(ModuleContext given) throws ModuleException {
    context = given;
    LoadResult policies = given.config().load(RealtimeConf.FILE);
    given.report(policies.problems());
    engine.use(
        policies instanceof LoadResult.Loaded loaded
            ? policies(loaded, given)
            : RealtimeConf.none());
    LoadResult result = given.config().load(ExtConfig.FILE);
    given.report(result.problems());
    engine.use(
        result instanceof LoadResult.Loaded loaded ? mappings(loaded, given) : FamilyMap.empty());
    engine.keepSnapshots(given.directories().varLib().resolve("realtime"));
    given.publish(Realtime.class, engine);
    given.publish(StaticFiles.class, engine);
    given.publish(DriverRegistry.class, engine);
    given.publish(Inspection.class, engine);
    given.publish(CompositeMeterRegistry.class, engine.meters());
    RealtimeCommands.all(engine, engine).forEach(given::register);
  }

  /** {@inheritDoc} Tables that stay mapped keep what is known of them. */
  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      return Optional.empty();
    }
    LoadResult readPolicies = given.config().load(RealtimeConf.FILE);
    LoadResult readMappings = given.config().load(ExtConfig.FILE);
    RealtimeConf policies =
        Usable.optional(readPolicies).map(RealtimeConf::of).orElseGet(RealtimeConf::none);
    ExtConfig mappings =
        Usable.optional(readMappings)
            .map(ExtConfig::of)
            .orElseGet(() -> new ExtConfig(FamilyMap.empty(), List.of()));
    List<Problem> problems = new ArrayList<>(readPolicies.problems());
    problems.addAll(policies.problems());
    problems.addAll(readMappings.problems());
    problems.addAll(mappings.problems());
    return Optional.of(
        new ReloadPlan(
            EngineChanges.of(engine.inForce(), mappings.families(), engine.policies(), policies),
            problems,
            () -> {
              given.report(problems);
              engine.use(mappings.families(), policies);
            }));
  }

  @Override
  public boolean builtIn() {
    return true;
  }

  @Override
  public void unload() {
    engine.close();
    context = null;
  }

  private static FamilyMap mappings(LoadResult.Loaded loaded, ModuleContext context) {
    ExtConfig read = ExtConfig.of(loaded.configuration());
    context.report(read.problems());
    return read.families();
  }

  private static RealtimeConf policies(LoadResult.Loaded loaded, ModuleContext context) {
    RealtimeConf read = RealtimeConf.of(loaded.configuration());
    context.report(read.problems());
    return read;
  }
}
