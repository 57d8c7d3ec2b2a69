package org.ara.realtime.engine;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.cache.Question;
import org.ara.realtime.files.StaticFiles;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.DriverRegistry;
import org.ara.realtime.status.CacheStatus;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.FeedStatus;
import org.ara.realtime.status.Inspection;
import org.ara.realtime.status.LatencyStatus;
import org.ara.realtime.status.PoolStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each question about a family to the table it is mapped to, and to the next one of its
 * mappings only while the storage before it is unavailable; answers that are known to hold are
 * given without asking, where the family's policy says so.
 *
 * <p>A storage that says "no such row" has answered, and so has one that refuses a write: only a
 * read that was refused, and anything that could not be asked, goes on. Mappings, drivers and
 * policies are one immutable snapshot, replaced by one write; an operation works on the snapshot it
 * started with.
 */
public final class RealtimeEngine
    implements Realtime, StaticFiles, DriverRegistry, Inspection, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RealtimeEngine.class);

  private final Clock clock;
  private final Reading reading;
  private final Expectations expectations = new Expectations(this);
  private final EngineMeters meters = new EngineMeters();
  private volatile Routes routes;
  private @Nullable SnapshotKeeper snapshots;

  /** An engine without mappings and drivers. */
  public RealtimeEngine() {
    this(Clock.steady());
  }

  RealtimeEngine(Clock clock) {
    this.clock = clock;
    this.reading = new Reading(clock);
    this.routes = Routes.none(clock, meters);
  }

  /** Puts other mappings in force, for everything that starts from now on. */
  public synchronized void use(FamilyMap families) {
    change(routes.with(families));
  }

  /** Puts other policies in force, for everything that starts from now on. */
  public synchronized void use(RealtimeConf policies) {
    change(routes.with(policies));
  }

  /** Puts other mappings and policies in force with one write. */
  synchronized void use(FamilyMap families, RealtimeConf policies) {
    change(routes.with(policies).with(families));
  }

  FamilyMap inForce() {
    return routes.mappings();
  }

  RealtimeConf policies() {
    return routes.policies();
  }

  /**
   * From now on keeps known answers on disk, for the families whose policy says so, and restores
   * those of an earlier run.
   *
   * @param directory made when there is something to keep
   */
  public synchronized void keepSnapshots(Path directory) {
    SnapshotKeeper keeper = new SnapshotKeeper(directory, clock);
    snapshots = keeper;
    keeper.look(routes.families());
  }

  /** Writes what is to be kept on disk, and ends everything that goes on in the background. */
  @Override
  public synchronized void close() {
    expectations.close();
    SnapshotKeeper keeper = snapshots;
    snapshots = null;
    if (keeper != null) {
      keeper.close();
    }
    change(routes.with(FamilyMap.empty()));
  }

  @Override
  public synchronized void register(Driver driver) {
    Map<String, Driver> drivers = new HashMap<>(routes.drivers());
    if (drivers.putIfAbsent(key(driver), driver) != null) {
      throw new IllegalStateException("there is a driver named '" + driver.name() + "' already");
    }
    change(routes.with(drivers));
  }

  @Override
  public synchronized void unregister(Driver driver) {
    Map<String, Driver> drivers = new HashMap<>(routes.drivers());
    drivers.remove(key(driver), driver);
    change(routes.with(drivers));
  }

  @Override
  public Lookup<Row> find(String family, String column, String value) {
    Family mapped = routes.family(family);
    if (mapped != null && !Stored.needsEncoding(value)) {
      Lookup<Row> known = reading.known(mapped, column, value);
      if (known != null) {
        return known;
      }
    }
    return find(family, List.of(Condition.equal(column, value)));
  }

  @Override
  public Lookup<Row> find(String family, List<Condition> conditions) {
    Question question = new Question(Stored.conditions(conditions), true);
    Family mapped = routes.family(family);
    return mapped == null
        ? new Lookup.Unavailable<>(Outages.unmapped(family))
        : reading.one(mapped, question, Trace.NONE);
  }

  @Override
  public Lookup<List<Row>> findAll(String family, List<Condition> conditions) {
    Question question = new Question(Stored.conditions(conditions), false);
    Family mapped = routes.family(family);
    return mapped == null
        ? new Lookup.Unavailable<>(Outages.unmapped(family))
        : reading.all(mapped, question);
  }

  @Override
  public Change update(String family, List<Condition> keys, List<Field> fields) {
    List<Condition> storedKeys = Stored.conditions(keys);
    List<Field> storedFields = Stored.fields(fields);
    Family mapped = routes.family(family);
    return mapped == null ? unmapped(family) : Writing.update(mapped, storedKeys, storedFields);
  }

  @Override
  public Change store(String family, List<Field> fields) {
    List<Field> stored = Stored.fields(fields);
    Family mapped = routes.family(family);
    return mapped == null ? unmapped(family) : Writing.insert(mapped, stored);
  }

  @Override
  public Change destroy(String family, List<Condition> keys) {
    List<Condition> stored = Stored.conditions(keys);
    Family mapped = routes.family(family);
    return mapped == null ? unmapped(family) : Writing.delete(mapped, stored);
  }

  @Override
  public boolean isMapped(String family) {
    return routes.family(family) != null;
  }

  @Override
  public boolean isFollowed(String family) {
    Family mapped = routes.family(family);
    return mapped != null && mapped.isFollowed();
  }

  @Override
  public boolean hasColumn(String family, String column) {
    Family mapped = routes.family(family);
    return mapped != null
        && reading.ask(mapped, table -> table.hasColumn(column))
            instanceof Lookup.Found<Boolean>(Boolean has)
        && has;
  }

  @Override
  public Lookup<Shortfalls> require(String family, List<Requirement> requirements) {
    if (requirements.isEmpty()) {
      throw new IllegalArgumentException("at least one requirement is needed");
    }
    Family mapped = routes.family(family);
    if (mapped == null) {
      return new Lookup.Unavailable<>(Outages.unmapped(family));
    }
    Lookup<Shortfalls> answer = reading.ask(mapped, table -> table.require(requirements));
    if (answer instanceof Lookup.Found<Shortfalls>(Shortfalls lacking)) {
      lacking.messages().forEach(message -> LOG.warn("{}: {}", mapped.name(), message));
    }
    return answer;
  }

  @Override
  public void expect(String family, List<Requirement> requirements) {
    if (requirements.isEmpty()) {
      throw new IllegalArgumentException("at least one requirement is needed");
    }
    expectations.add(family, List.copyOf(requirements));
  }

  @Override
  public Optional<Kept> find(String file) {
    return MappedFile.of(file, routes).map(mapped -> mapped.read(file, reading));
  }

  @Override
  public List<Mapping> mappings() {
    return routes.mappings().mappings();
  }

  @Override
  public Set<String> drivers() {
    return Collections.unmodifiableSet(new TreeSet<>(routes.drivers().keySet()));
  }

  @Override
  public List<CacheStatus> caches() {
    return routes.families().stream().flatMap(family -> family.status().stream()).toList();
  }

  @Override
  public List<FeedStatus> feeds() {
    return routes.storages().stream()
        .flatMap(storage -> storage.feed().stream())
        .sorted(Comparator.comparing(FeedStatus::table))
        .toList();
  }

  @Override
  public List<PoolStatus> pools() {
    return routes.storages().stream()
        .map(Storage::status)
        .sorted(Comparator.comparing(PoolStatus::table))
        .toList();
  }

  @Override
  public List<LatencyStatus> latencies() {
    return meters.latencies();
  }

  /**
   * What the engine measures, as {@code docs/metrics.md} lists it. Registries that are added to it
   * get all of it, and lose nothing of it when mappings change.
   */
  public CompositeMeterRegistry meters() {
    return meters.registry();
  }

  @Override
  public Explanation explain(String family, List<Condition> conditions) {
    Question question = new Question(Stored.conditions(conditions), true);
    Recording recording = new Recording(clock);
    Family mapped = routes.family(family);
    return recording.of(
        mapped == null
            ? new Lookup.Unavailable<>(Outages.unmapped(family))
            : reading.one(mapped, question, recording));
  }

  private void change(Routes next) {
    Routes before = routes;
    routes = next;
    next.listen();
    meters.look(next, () -> routes);
    SnapshotKeeper keeper = snapshots;
    if (keeper != null) {
      keeper.look(next.families());
    }
    before.closeAllBut(next);
  }

  private static Change unmapped(String family) {
    return new Change.Unavailable(Outages.unmapped(family));
  }

  private static String key(Driver driver) {
    return driver.name().toLowerCase(Locale.ROOT);
  }
}
