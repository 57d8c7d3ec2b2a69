package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;

/** Everything the engine knows at one moment: mappings, drivers, and the tables they lead to. */
final class Routes {

  private final FamilyMap families;
  private final Map<String, Driver> drivers;
  private final Map<Place, Table> tables = new HashMap<>();
  private final Map<String, List<Route>> byFamily = new HashMap<>();

  private Routes(FamilyMap families, Map<String, Driver> drivers, Map<Place, Table> before) {
    this.families = families;
    this.drivers = Map.copyOf(drivers);
    for (String family : families.families()) {
      List<Route> routes = new ArrayList<>();
      for (Mapping mapping : families.of(family)) {
        routes.add(new Route(mapping, table(mapping, before)));
      }
      byFamily.put(family, List.copyOf(routes));
    }
  }

  /** Where a table is; families mapped to the same place share what its driver learns of it. */
  private record Place(Driver driver, String database, String table) {}

  static Routes none() {
    return new Routes(FamilyMap.empty(), Map.of(), Map.of());
  }

  /** Other mappings and drivers; tables that are in both stay the same objects. */
  Routes with(FamilyMap otherFamilies, Map<String, Driver> otherDrivers) {
    return new Routes(otherFamilies, otherDrivers, tables);
  }

  FamilyMap families() {
    return families;
  }

  Map<String, Driver> drivers() {
    return drivers;
  }

  /** The routes of a family by priority; null if it is not mapped. */
  @Nullable List<Route> of(String family) {
    return byFamily.get(family.toLowerCase(Locale.ROOT));
  }

  private @Nullable Table table(Mapping mapping, Map<Place, Table> before) {
    Driver driver = drivers.get(mapping.driver().toLowerCase(Locale.ROOT));
    if (driver == null) {
      return null;
    }
    Place place = new Place(driver, mapping.database(), mapping.table());
    return tables.computeIfAbsent(
        place,
        absent -> {
          Table kept = before.get(place);
          return kept == null ? driver.table(mapping.database(), mapping.table()) : kept;
        });
  }
}
