package org.ara.realtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;

/** How long a family's reads and writes took in one driver: a histogram for each answer. */
public final class MappingMeters {

  private final Timer found;
  private final Timer absent;
  private final Timer unavailable;
  private final Map<Operation, Timer> done = new EnumMap<>(Operation.class);
  private final Map<Operation, Timer> failed = new EnumMap<>(Operation.class);

  /** Sorts of writes. */
  public enum Operation {
    UPDATE,
    STORE,
    DESTROY;

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The histograms of a mapping.
   *
   * @param family lower case
   * @param driver its name
   */
  public MappingMeters(MeterRegistry registry, String family, String driver) {
    Tags tags = Tags.of("family", family, "driver", driver);
    found = lookup(registry, tags, "found");
    absent = lookup(registry, tags, "absent");
    unavailable = lookup(registry, tags, "unavailable");
    for (Operation operation : Operation.values()) {
      Tags more = tags.and("operation", operation.tag());
      done.put(operation, write(registry, more, "done"));
      failed.put(operation, write(registry, more, "unavailable"));
    }
  }

  /** All of them. */
  public List<Meter> all() {
    return Stream.of(
            Stream.of(found, absent, unavailable), done.values().stream(), failed.values().stream())
        .flatMap(timers -> timers)
        .map(Meter.class::cast)
        .toList();
  }

  /** A storage was read. */
  public void read(Lookup<?> answer, long nanos) {
    Timer timer =
        switch (answer) {
          case Lookup.Found<?> some -> found;
          case Lookup.Absent<?> none -> absent;
          case Lookup.Unavailable<?> outage -> unavailable;
        };
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A storage was written to. */
  public void wrote(Operation operation, Change answer, long nanos) {
    Map<Operation, Timer> timers =
        switch (answer) {
          case Change.Done rows -> done;
          case Change.Unavailable outage -> failed;
        };
    Objects.requireNonNull(timers.get(operation)).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static Timer lookup(MeterRegistry registry, Tags tags, String answer) {
    return Histograms.timer(
        registry, Names.LOOKUP, "reads of a storage", tags.and("answer", answer));
  }

  private static Timer write(MeterRegistry registry, Tags tags, String answer) {
    return Histograms.timer(
        registry, Names.WRITE, "writes to a storage", tags.and("answer", answer));
  }
}
