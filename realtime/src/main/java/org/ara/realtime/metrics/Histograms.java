package org.ara.realtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Timers with the same fixed buckets everywhere, so that those of several servers can be added up.
 */
final class Histograms {

  private static final Duration[] BUCKETS =
      Stream.of(
              50,
              100,
              200,
              500,
              1_000,
              2_000,
              5_000,
              10_000,
              20_000,
              50_000,
              100_000,
              200_000,
              500_000,
              1_000_000,
              2_000_000,
              5_000_000,
              10_000_000)
          .map(micros -> Duration.ofNanos(micros * 1_000L))
          .toArray(Duration[]::new);

  private Histograms() {}

  /** A timer; the same one for the same name and tags. */
  static Timer timer(MeterRegistry registry, String name, String description, Tags tags) {
    return Timer.builder(name)
        .description(description)
        .tags(tags)
        .serviceLevelObjectives(BUCKETS)
        .distributionStatisticExpiry(Duration.ofMinutes(2))
        .distributionStatisticBufferLength(2)
        .register(registry);
  }
}
