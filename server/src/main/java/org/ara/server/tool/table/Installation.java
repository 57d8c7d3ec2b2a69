package org.ara.server.tool.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.Elsewhere;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlDriver;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.files.StaticTable;
import org.ara.realtime.mapping.ExtConfig;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.Table;
import org.ara.server.loader.ModuleFinder;
import org.ara.server.settings.Settings;
import org.ara.server.tool.ToolException;

/**
 * The mappings of an installation and the databases behind them, opened without its server. What is
 * wrong with the files is among the {@link #problems}.
 */
public final class Installation implements AutoCloseable {

  /** Files that are never read from tables. */
  private static final Set<String> READ_BEFORE = Set.of(ExtConfig.FILE, RealtimeConf.FILE);

  private final ToolContext context;
  private final List<Module> drivers = new ArrayList<>();
  private final FamilyMap families;
  private final List<Problem> problems = new ArrayList<>();

  private Installation(Settings settings) throws ToolException {
    this.context = new ToolContext(settings);
    this.families = families();
    for (Module module : new ModuleFinder(settings.directories().modules()).modules()) {
      if (module.priority() == LoadPriority.REALTIME_DRIVER) {
        load(module);
      }
    }
    problems.addAll(context.problems());
  }

  /**
   * Reads {@code extconfig.conf} and the drivers' files.
   *
   * @throws ToolException if {@code extconfig.conf} cannot be used
   */
  public static Installation open(Settings settings) throws ToolException {
    return new Installation(settings);
  }

  /** What was wrong with the files. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The mappings in force, in file order. */
  public List<Mapping> mappings() {
    return families.mappings();
  }

  /**
   * Reads a configuration file, from its table if it is mapped to one.
   *
   * @throws ToolException if that table cannot be read
   */
  public LoadResult config(String file) throws ToolException {
    List<Mapping> own = families.of(file);
    List<Mapping> all = families.of("global");
    if (READ_BEFORE.contains(file) || own.isEmpty() && all.isEmpty()) {
      return context.config().load(file);
    }
    Mapping mapping = own.isEmpty() ? all.getFirst() : own.getFirst();
    Optional<Driver> driver = context.driver(mapping.driver());
    if (driver.isEmpty()) {
      throw new ToolException(mapping.origin() + ": there is no driver '" + mapping.driver() + "'");
    }
    Table table = driver.get().table(mapping.database(), mapping.table());
    String source = mapping.driver() + " " + mapping.table();
    return switch (new StaticTable(table, source).read(file)) {
      case Lookup.Found<Elsewhere.Kept>(Elsewhere.Kept kept) ->
          context
              .config()
              .with(name -> name.equals(file) ? Optional.of(kept) : Optional.empty())
              .load(file);
      case Lookup.Absent<Elsewhere.Kept>() -> new LoadResult.Missing(file, List.of());
      case Lookup.Unavailable<Elsewhere.Kept>(Outage outage) ->
          throw new ToolException(outage.message());
    };
  }

  /** Whether there is a driver of that name. */
  public boolean hasDriver(String name) {
    return context.driver(name).isPresent();
  }

  /** The names of the drivers that there are. */
  public List<String> driverNames() {
    return context.driverNames();
  }

  /** Where a mapping leads; empty if it is no SQL database, or its section is missing. */
  public Optional<Database> database(Mapping mapping) {
    return context
        .driver(mapping.driver())
        .flatMap(
            driver ->
                switch (driver) {
                  case SqlDriver<?> sql ->
                      sql.database(mapping.database()).map(Database.class::cast);
                  default -> Optional.empty();
                });
  }

  /**
   * The tables in SQL databases, each once, in file order.
   *
   * @param wanted families; all if empty
   * @throws ToolException if one of them is not mapped to an SQL database
   */
  public List<Target> targets(List<String> wanted) throws ToolException {
    for (String family : wanted) {
      if (families.of(family).stream().noneMatch(mapping -> database(mapping).isPresent())) {
        throw new ToolException(
            "family "
                + family
                + " is not mapped to an SQL database; map it in "
                + ExtConfig.FILE
                + ": "
                + family
                + " => sqlite3,ara");
      }
    }
    Map<List<Object>, List<String>> byTable = new LinkedHashMap<>();
    for (Mapping mapping : mappings()) {
      if (wanted.isEmpty() || wanted.stream().anyMatch(mapping.family()::equalsIgnoreCase)) {
        database(mapping)
            .ifPresent(
                database ->
                    byTable
                        .computeIfAbsent(
                            List.of(database, mapping.table()), key -> new ArrayList<>())
                        .add(mapping.family().toLowerCase(Locale.ROOT)));
      }
    }
    List<Target> targets = new ArrayList<>();
    byTable.forEach(
        (place, names) ->
            targets.add(new Target((Database) place.get(0), (String) place.get(1), names)));
    return targets;
  }

  @Override
  public void close() {
    drivers.forEach(Module::unload);
  }

  private FamilyMap families() throws ToolException {
    LoadResult result = context.config().load(ExtConfig.FILE);
    problems.addAll(result.problems());
    return switch (result) {
      case LoadResult.Loaded loaded -> {
        ExtConfig read = ExtConfig.of(loaded.configuration());
        problems.addAll(read.problems());
        yield read.families();
      }
      case LoadResult.Missing missing ->
          throw new ToolException(
              "there is no "
                  + context.directories().etc().resolve(ExtConfig.FILE)
                  + ": it says which family is kept where");
      case LoadResult.Invalid invalid ->
          throw new ToolException(String.valueOf(invalid.problems().getLast()));
    };
  }

  private void load(Module module) throws ToolException {
    try {
      module.load(context);
      drivers.add(module);
    } catch (ModuleException e) {
      throw new ToolException(module.name() + ": " + e.getMessage(), e);
    }
  }
}
