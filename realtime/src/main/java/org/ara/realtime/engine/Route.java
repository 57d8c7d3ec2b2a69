package org.ara.realtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.metrics.MappingMeters;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mapping and the table behind it.
 *
 * @param mapping what {@code extconfig.conf} says
 * @param storage null while the mapping's driver is not loaded
 * @param meters what is measured of it
 */
record Route(Mapping mapping, @Nullable Storage storage, MappingMeters meters) {

  private static final Logger LOG = LoggerFactory.getLogger(Route.class);

  /**
   * Lets the table look something up, and measures that.
   *
   * @param deadline the longest to wait for it, zero for as long as the driver allows
   */
  Lookup<List<Row>> read(Duration deadline, Function<Table, Lookup<List<Row>>> operation) {
    long began = System.nanoTime();
    Lookup<List<Row>> answer = ask(deadline, operation, Lookup.Unavailable::new);
    meters.read(answer, System.nanoTime() - began);
    asked(answer instanceof Lookup.Unavailable<List<Row>>(Outage outage) ? outage : null);
    return answer;
  }

  /** Lets the table change something, and measures that; else like {@link #read}. */
  Change write(Duration deadline, MappingMeters.Operation kind, Function<Table, Change> operation) {
    long began = System.nanoTime();
    Change answer = ask(deadline, operation, Change.Unavailable::new);
    meters.wrote(kind, answer, System.nanoTime() - began);
    asked(answer instanceof Change.Unavailable(Outage outage) ? outage : null);
    return answer;
  }

  private void asked(@Nullable Outage outage) {
    if (storage != null) {
      storage.asked(outage);
    }
  }

  /**
   * Lets the table do something.
   *
   * @param deadline the longest to wait for it, zero for as long as the driver allows
   * @param failed makes an answer of an outage
   */
  <T> T ask(Duration deadline, Function<Table, T> operation, Function<Outage, T> failed) {
    Storage asked = storage;
    if (asked == null) {
      return failed.apply(driverMissing());
    }
    return Deadline.within(
        deadline,
        () -> guarded(asked.table(), operation, failed),
        () -> failed.apply(late(deadline)));
  }

  private <T> T guarded(Table table, Function<Table, T> operation, Function<Outage, T> failed) {
    try {
      return operation.apply(table);
    } catch (RuntimeException broken) {
      LOG.error("{}: driver {} broke its contract", mapping.origin(), table, broken);
      return failed.apply(broken(broken));
    }
  }

  /** What is wrong while the driver is not loaded. */
  private Outage driverMissing() {
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

  private Outage late(Duration deadline) {
    return new Outage(
        Outage.Kind.UNREACHABLE,
        mapping.driver()
            + " "
            + mapping.table()
            + ": no answer within the family's deadline of "
            + deadline.toMillis()
            + " ms (realtime.conf)");
  }

  /** What is wrong if a driver throws, which it must not. */
  private Outage broken(RuntimeException thrown) {
    return new Outage(
        Outage.Kind.REFUSED,
        mapping.driver() + " " + mapping.table() + ": the driver failed: " + thrown);
  }
}
