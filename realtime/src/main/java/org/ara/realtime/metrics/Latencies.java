package org.ara.realtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ara.realtime.status.LatencyStatus;

/** Reads the histograms of families back out of a registry. */
public final class Latencies {

  private Latencies() {}

  /** What was measured, of everything that happened at least once; by family. */
  public static List<LatencyStatus> of(MeterRegistry registry) {
    return Stream.of(Names.LOOKUP, Names.WRITE)
        .flatMap(name -> registry.find(name).timers().stream())
        .filter(timer -> timer.count() > 0)
        .map(Latencies::status)
        .sorted(
            Comparator.comparing(LatencyStatus::family)
                .thenComparing(LatencyStatus::driver)
                .thenComparing(LatencyStatus::operation)
                .thenComparing(LatencyStatus::answer))
        .toList();
  }

  private static LatencyStatus status(Timer timer) {
    HistogramSnapshot snapshot = timer.takeSnapshot();
    String operation = timer.getId().getTag("operation");
    double longest = timer.max(TimeUnit.NANOSECONDS);
    return new LatencyStatus(
        tag(timer, "family"),
        tag(timer, "driver"),
        operation == null ? "lookup" : operation,
        tag(timer, "answer"),
        timer.count(),
        duration(timer.mean(TimeUnit.NANOSECONDS)),
        duration(Math.min(longest, quantile(snapshot, 0.50))),
        duration(Math.min(longest, quantile(snapshot, 0.95))),
        duration(Math.min(longest, quantile(snapshot, 0.99))),
        duration(longest));
  }

  private static String tag(Timer timer, String key) {
    return Objects.requireNonNullElse(timer.getId().getTag(key), "");
  }

  /** Taken to be spread evenly within the bucket that holds it. */
  private static double quantile(HistogramSnapshot snapshot, double share) {
    CountAtBucket[] buckets = snapshot.histogramCounts();
    double all = buckets.length == 0 ? 0 : buckets[buckets.length - 1].count();
    double wanted = all * share;
    double below = 0;
    double from = 0;
    for (CountAtBucket bucket : buckets) {
      double to = bucket.bucket(TimeUnit.NANOSECONDS);
      if (bucket.count() >= wanted && bucket.count() > below) {
        return from + (to - from) * (wanted - below) / (bucket.count() - below);
      }
      below = bucket.count();
      from = to;
    }
    return from;
  }

  private static Duration duration(double nanos) {
    return Duration.ofNanos(Math.round(nanos));
  }
}
