package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.spi.Driver;
import org.jspecify.annotations.Nullable;

/** Everything the engine knows at one moment: mappings, drivers, and the tables they lead to. */
final class Routes {

  private final FamilyMap families;
  private final Map<String, Driver> drivers;
  private final Map<String, List<Route>> byFamily = new HashMap<>();

  Routes(FamilyMap families, Map<String, Driver> drivers) {
    this.families = families;
    this.drivers = Map.copyOf(drivers);
    for (String family : families.families()) {
      List<Route> routes = new ArrayList<>();
      for (Mapping mapping : families.of(family)) {
        Driver driver = this.drivers.get(mapping.driver().toLowerCase(Locale.ROOT));
        routes.add(
            new Route(
                mapping,
                driver == null ? null : driver.table(mapping.database(), mapping.table())));
      }
      byFamily.put(family, List.copyOf(routes));
    }
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
}
