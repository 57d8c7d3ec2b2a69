package org.ara.realtime.engine;

import java.util.List;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.console.RealtimeCommands;
import org.ara.realtime.mapping.ExtConfig;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.spi.DriverRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The built-in module {@code extconfig}: reads the mappings and offers the engine to all others as
 * {@link Realtime} and {@link DriverRegistry}.
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
    LoadResult result = given.config().load(ExtConfig.FILE);
    given.report(result.problems());
    engine.use(
        result instanceof LoadResult.Loaded loaded ? mappings(loaded, given) : FamilyMap.empty());
    given.publish(Realtime.class, engine);
    given.publish(DriverRegistry.class, engine);
    RealtimeCommands.all(engine).forEach(given::register);
  }

  @Override
  public void reload() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      throw new ModuleException("extconfig is not loaded");
    }
    LoadResult result = given.config().load(ExtConfig.FILE);
    given.report(result.problems());
    switch (result) {
      case LoadResult.Loaded loaded -> engine.use(mappings(loaded, given));
      case LoadResult.Missing(String name, List<Problem> problems) -> {
        refuse(problems);
        engine.use(FamilyMap.empty());
      }
      case LoadResult.Invalid(String name, List<Problem> problems) -> refuse(problems);
    }
  }

  @Override
  public void unload() {
    engine.use(FamilyMap.empty());
    context = null;
  }

  private static FamilyMap mappings(LoadResult.Loaded loaded, ModuleContext context) {
    ExtConfig read = ExtConfig.of(loaded.configuration());
    context.report(read.problems());
    return read.families();
  }

  private static void refuse(List<Problem> problems) throws ModuleException {
    for (Problem problem : problems) {
      if (problem.severity() == Problem.Severity.ERROR) {
        throw new ModuleException(problem + "; the mappings in force stay");
      }
    }
  }
}
