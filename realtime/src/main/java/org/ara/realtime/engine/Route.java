package org.ara.realtime.engine;

import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;

/**
 * A mapping and the table behind it.
 *
 * @param mapping what {@code extconfig.conf} says
 * @param table null while the mapping's driver is not loaded
 */
record Route(Mapping mapping, @Nullable Table table) {

  /** What is wrong while the driver is not loaded. */
  Outage driverMissing() {
    return new Outage(
        Outage.Kind.UNMAPPED,
        mapping.origin()
            + ": "
            + mapping.family()
            + " is mapped to driver '"
            + mapping.driver()
            + "', which is not loaded; load res_config_"
            + mapping.driver());
  }

  /** What is wrong if a driver throws, which it must not. */
  Outage broken(RuntimeException thrown) {
    return new Outage(
        Outage.Kind.REFUSED,
        mapping.driver() + " " + mapping.table() + ": the driver failed: " + thrown);
  }
}
