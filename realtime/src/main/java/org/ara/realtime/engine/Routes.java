package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ara.realtime.Mapping;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.policy.OnOutage;
import org.ara.realtime.policy.RealtimeConf;
import org.ara.realtime.spi.Driver;
import org.jspecify.annotations.Nullable;

/** Everything the engine knows at one moment: mappings, drivers, and the tables they lead to. */
final class Routes {

  private final FamilyMap mappings;
  private final RealtimeConf policies;
  private final Map<String, Driver> drivers;
  private final Ledgers ledgers;
  private final Clock clock;
  private final EngineMeters meters;
  private final Map<Place, Storage> storages = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();

  private Routes(
      FamilyMap mappings,
      RealtimeConf policies,
      Map<String, Driver> drivers,
      Ledgers ledgers,
      Clock clock,
      EngineMeters meters,
      @Nullable Routes before) {
    this.mappings = mappings;
    this.policies = policies;
    this.drivers = Map.copyOf(drivers);
    this.ledgers = ledgers;
    this.clock = clock;
    this.meters = meters;
    for (String name : mappings.families()) {
      families.put(name, family(name, before));
    }
  }

  /** Where a table is; families mapped to the same place share what is learnt of it. */
  private record Place(Driver driver, String database, String table) {}

  static Routes none(Clock clock, EngineMeters meters) {
    return new Routes(
        FamilyMap.empty(), RealtimeConf.none(), Map.of(), new Ledgers(), clock, meters, null);
  }

  /** Other mappings; tables that are in both stay the same objects, families keep their answers. */
  Routes with(FamilyMap otherMappings) {
    return new Routes(otherMappings, policies, drivers, ledgers, clock, meters, this);
  }

  /** Other drivers. */
  Routes with(Map<String, Driver> otherDrivers) {
    return new Routes(mappings, policies, otherDrivers, ledgers, clock, meters, this);
  }

  /** Other policies. */
  Routes with(RealtimeConf otherPolicies) {
    return new Routes(mappings, otherPolicies, drivers, ledgers, clock, meters, this);
  }

  FamilyMap mappings() {
    return mappings;
  }

  RealtimeConf policies() {
    return policies;
  }

  Map<String, Driver> drivers() {
    return drivers;
  }

  /** A family, whatever the case of its name; null if it is not mapped. */
  @Nullable Family family(String name) {
    return families.get(name.toLowerCase(Locale.ROOT));
  }

  /** Begins to listen to the tables whose changes a family needs, and leaves the others. */
  void listen() {
    Set<Storage> needed = new HashSet<>();
    for (Family family : families.values()) {
      Storage first = family.routes().getFirst().storage();
      if (first != null && family.policy().cache() == CacheMode.FEED) {
        needed.add(first);
      }
    }
    for (Storage storage : storages.values()) {
      if (needed.contains(storage)) {
        storage.tableFeed().follow();
      } else {
        storage.tableFeed().leave();
      }
    }
  }

  /** The families, sorted by name. */
  List<Family> families() {
    return families.values().stream().sorted(Comparator.comparing(Family::name)).toList();
  }

  /** Every table that a mapping leads to. */
  Collection<Storage> storages() {
    return storages.values();
  }

  /** Lets go of the tables that others no longer lead to. */
  void closeAllBut(Routes others) {
    storages.forEach(
        (place, storage) -> {
          if (others.storages.get(place) != storage) {
            storage.close();
          }
        });
  }

  private Family family(String name, @Nullable Routes before) {
    FamilyPolicy policy = policies.of(name);
    List<Route> routes = new ArrayList<>();
    for (Mapping mapping : mappings.of(name)) {
      routes.add(new Route(mapping, storage(mapping, before), meters.of(mapping)));
    }
    Storage first = routes.getFirst().storage();
    if (policy.onOutage() == OnOutage.STALE) {
      routes.stream()
          .map(Route::storage)
          .filter(Objects::nonNull)
          .forEach(storage -> storage.ownWrites().remember());
    }
    if (first != null && policy.cache() != CacheMode.NONE) {
      first.ledger().watch();
    }
    return new Family(name, routes, policy, cache(name, policy, before));
  }

  private static @Nullable FamilyCache cache(
      String name, FamilyPolicy policy, @Nullable Routes before) {
    if (!policy.keeps()) {
      return null;
    }
    Family earlier = before == null ? null : before.families.get(name);
    FamilyCache kept = earlier == null ? null : earlier.cache();
    if (kept != null && kept.lookups().maxBytes() == policy.maxBytes()) {
      return kept;
    }
    FamilyCache resized = new FamilyCache(policy.maxBytes());
    if (kept != null) {
      kept.lookups().stream().forEach(resized.lookups()::keep);
    }
    return resized;
  }

  private @Nullable Storage storage(Mapping mapping, @Nullable Routes before) {
    Driver driver = drivers.get(mapping.driver().toLowerCase(Locale.ROOT));
    if (driver == null) {
      return null;
    }
    Place place = new Place(driver, mapping.database(), mapping.table());
    return storages.computeIfAbsent(
        place,
        absent -> {
          Storage kept = before == null ? null : before.storages.get(place);
          return kept == null
              ? new Storage(
                  mapping,
                  driver.table(mapping.database(), mapping.table()),
                  ledgers.of(mapping),
                  clock,
                  meters.feedLag(mapping))
              : kept;
        });
  }
}
