package org.ara.driver.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Differences;
import org.ara.module.reload.QuietContext;
import org.ara.module.reload.ReloadPlan;
import org.ara.module.reload.Usable;
import org.ara.realtime.spi.DriverRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A module that brings an SQL driver: reads its configuration file, opens the databases of its
 * sections and registers the driver. Without a file there are no databases, and mappings that want
 * one are answered so.
 *
 * @param <S> the settings of a section
 * @param <D> the kind of database
 */
public abstract class DriverModule<S, D extends Database> implements Module {

  private final String file;
  private final Optional<String> olderFile;
  private final SqlDriver<D> driver;
  private final Sections<S, D> sections;
  private @Nullable ModuleContext context;
  private @Nullable DriverRegistry registry;

  protected DriverModule(String file, SqlDriver<D> driver, Sections<S, D> sections) {
    this(file, Optional.empty(), driver, sections);
  }

  /** A module whose file may also be there under an older name, which is read if it is not. */
  protected DriverModule(
      String file, Optional<String> olderFile, SqlDriver<D> driver, Sections<S, D> sections) {
    this.file = file;
    this.olderFile = olderFile;
    this.driver = driver;
    this.sections = sections;
  }

  /** The settings of each section; what is wrong with them is reported to the context. */
  protected abstract Map<String, S> read(Configuration configuration, ModuleContext context);

  /** Adds the driver's commands, and looks at its databases for the first time. */
  protected abstract void loaded(ModuleContext context);

  protected final SqlDriver<D> driver() {
    return driver;
  }

  @Override
  public final LoadPriority priority() {
    return LoadPriority.REALTIME_DRIVER;
  }

  @Override
  public final Set<String> needs() {
    return Set.of("extconfig");
  }

  @Override
  public final void load(ModuleContext given) throws ModuleException {
    DriverRegistry found = given.require(DriverRegistry.class);
    context = given;
    registry = found;
    LoadResult result = configuration(given);
    given.report(result.problems());
    if (result instanceof LoadResult.Loaded loaded) {
      sections.use(read(loaded.configuration(), given));
    }
    found.register(driver);
    loaded(given);
  }

  /**
   * {@inheritDoc} Opens what is new or changed and closes what is gone; the rest keeps its
   * connections.
   */
  @Override
  public final Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    if (given == null) {
      return Optional.empty();
    }
    LoadResult result = configuration(given);
    Optional<Configuration> configuration = Usable.optional(result);
    QuietContext quiet = new QuietContext(given);
    quiet.report(result.problems());
    Map<String, S> wanted = configuration.map(c -> read(c, quiet)).orElseGet(Map::of);
    return Optional.of(
        new ReloadPlan(
            Differences.of(
                "database",
                sections.settings(),
                wanted,
                (before, after) ->
                    before.equals(after) ? List.of() : List.of("its connections are made anew")),
            quiet.problems(),
            () -> {
              given.report(quiet.problems());
              // What was learnt of the tables is as good as before.
              if (!wanted.equals(sections.settings())) {
                sections.use(wanted);
              }
            }));
  }

  private LoadResult configuration(ModuleContext given) {
    LoadResult result = given.config().load(file);
    return result instanceof LoadResult.Missing && olderFile.isPresent()
        ? given.config().load(olderFile.get())
        : result;
  }

  @Override
  public final void unload() {
    DriverRegistry known = registry;
    if (known != null) {
      known.unregister(driver);
    }
    sections.use(Map.of());
    context = null;
    registry = null;
  }
}
