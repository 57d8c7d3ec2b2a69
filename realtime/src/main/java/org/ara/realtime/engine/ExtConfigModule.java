package org.ara.realtime.engine;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
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

  @Override
  public void reload() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      throw new ModuleException("extconfig is not loaded");
    }
    LoadResult policies = given.config().load(RealtimeConf.FILE);
    LoadResult mappings = given.config().load(ExtConfig.FILE);
    given.report(policies.problems());
    given.report(mappings.problems());
    refuseInvalid(policies, "the policies and mappings in force stay");
    refuseInvalid(mappings, "the mappings in force stay");
    engine.use(
        policies instanceof LoadResult.Loaded loaded
            ? policies(loaded, given)
            : RealtimeConf.none());
    engine.use(
        mappings instanceof LoadResult.Loaded loaded ? mappings(loaded, given) : FamilyMap.empty());
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

  private static void refuseInvalid(LoadResult result, String whatStays) throws ModuleException {
    for (Problem problem : result.problems()) {
      if (!(result instanceof LoadResult.Loaded) && problem.severity() == Problem.Severity.ERROR) {
        throw new ModuleException(problem + "; " + whatStays);
      }
    }
  }
}
