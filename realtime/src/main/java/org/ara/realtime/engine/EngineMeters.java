package org.ara.realtime.engine;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.ara.realtime.Mapping;
import org.ara.realtime.metrics.CacheMeters;
import org.ara.realtime.metrics.ConnectionMeters;
import org.ara.realtime.metrics.Latencies;
import org.ara.realtime.metrics.MappingMeters;
import org.ara.realtime.metrics.TableMeters;
import org.ara.realtime.status.CacheStatus;
import org.ara.realtime.status.LatencyStatus;

/**
 * Everything the engine publishes of itself: meters of the families and tables that are mapped,
 * which come and go with the mappings.
 */
final class EngineMeters {

  private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
  private final MeterRegistry own = new SimpleMeterRegistry();
  private final Map<Object, List<Meter>> registered = new HashMap<>();

  /** Meters that only the engine itself sees, until a registry of others is added. */
  EngineMeters() {
    registry.add(own);
  }

  /** Where all of them are, and other registries can be added. */
  CompositeMeterRegistry registry() {
    return registry;
  }

  /** What the histograms of families hold. */
  List<LatencyStatus> latencies() {
    return Latencies.of(own);
  }

  /** The histograms of a mapping. */
  MappingMeters of(Mapping mapping) {
    return new MappingMeters(registry, mapping.family(), mapping.driver());
  }

  /** Where to tell the lag of a table's feed, in nanoseconds. */
  LongConsumer feedLag(Mapping mapping) {
    Timer lag = TableMeters.feedLag(registry, table(mapping));
    return nanos -> lag.record(nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * Publishes what is mapped now, and nothing else.
   *
   * @param now what is mapped
   * @param current gives what is mapped when somebody looks
   */
  synchronized void look(Routes now, Supplier<Routes> current) {
    Map<Object, Supplier<List<Meter>>> wanted = new LinkedHashMap<>();
    now.families().forEach(family -> families(family, current, wanted));
    now.storages().forEach(storage -> tables(storage, wanted));
    // First what goes: what takes its place may have the same name.
    for (Object gone : without(registered.keySet(), wanted.keySet())) {
      List<Meter> meters = registered.remove(gone);
      if (meters != null) {
        meters.forEach(registry::remove);
      }
    }
    wanted.forEach((key, meters) -> registered.computeIfAbsent(key, absent -> meters.get()));
  }

  private void families(
      Family family, Supplier<Routes> current, Map<Object, Supplier<List<Meter>>> wanted) {
    String name = family.name();
    if (family.cache() != null) {
      Supplier<Optional<CacheStatus>> cache =
          () -> Optional.ofNullable(current.get().family(name)).flatMap(Family::status);
      wanted.put(new Cache(name), () -> CacheMeters.register(registry, name, cache));
    }
    for (Route route : family.routes()) {
      wanted.put(
          new Mapped(name, route.mapping().driver()), () -> List.copyOf(route.meters().all()));
    }
  }

  private void tables(Storage storage, Map<Object, Supplier<List<Meter>>> wanted) {
    Mapping mapping = storage.mapping();
    wanted.put(storage, () -> TableMeters.register(registry, table(mapping), storage));
    if (wanted.keySet().stream().noneMatch(key -> isOf(key, mapping))) {
      wanted.put(
          new Connected(storage),
          () ->
              ConnectionMeters.register(registry, database(mapping), storage.table()::connections));
    }
  }

  private static boolean isOf(Object key, Mapping mapping) {
    return key instanceof Connected(Storage storage)
        && database(storage.mapping()).equals(database(mapping));
  }

  private static Set<Object> without(Set<Object> all, Set<Object> some) {
    Set<Object> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Tags database(Mapping mapping) {
    return Tags.of("driver", mapping.driver(), "database", mapping.database());
  }

  private static Tags table(Mapping mapping) {
    return database(mapping).and("table", mapping.table());
  }

  private record Cache(String family) {}

  private record Mapped(String family, String driver) {}

  private record Connected(Storage storage) {}
}
