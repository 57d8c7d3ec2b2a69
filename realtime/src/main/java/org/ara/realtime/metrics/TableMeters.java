package org.ara.realtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.status.FeedStatus;

/** The meters of a table that mappings lead to. */
public final class TableMeters {

  private TableMeters() {}

  /** How long after their acknowledgement our own writes are told by a table's feed. */
  public static Timer feedLag(MeterRegistry registry, Tags tags) {
    return Histograms.timer(
        registry, Names.FEED_LAG, "from the end of a write of ours until it is told", tags);
  }

  /**
   * Registers them.
   *
   * @param tags of the table
   */
  public static List<Meter> register(MeterRegistry registry, Tags tags, TableFigures table) {
    Publication meters = new Publication(registry, tags);
    meters.meters().add(feedLag(registry, tags));
    batches(meters, "lookup", table::lookups);
    batches(meters, "update", table::updates);
    feed(meters, table);
    meters.gauge(
        Names.AWAY, "", "1 while it cannot be reached", Tags.empty(), () -> table.isAway() ? 1 : 0);
    meters.counter(
        Names.OUTAGES, "", "times that it went away", Tags.empty(), () -> table.outages());
    meters.counter(
        Names.OUTAGE_TIME, "seconds", "time that it was away", Tags.empty(), table::secondsAway);
    return meters.meters();
  }

  private static void feed(Publication meters, TableFigures table) {
    meters.gauge(
        Names.FEED_LIVE,
        "",
        "1 while every change is told",
        Tags.empty(),
        () -> table.feed().filter(FeedStatus::live).isPresent() ? 1 : 0);
    meters.counter(
        Names.FEED_CHANGES,
        "",
        "changes that were told",
        Tags.empty(),
        () -> table.feed().map(FeedStatus::changes).orElse(0L));
    meters.counter(
        Names.FEED_LOSSES,
        "",
        "times that changes began not to be told",
        Tags.empty(),
        () -> table.feedLosses());
  }

  private static void batches(Publication meters, String kind, Supplier<BatchStatus> status) {
    Tags tags = Tags.of("kind", kind);
    meters.counter(
        Names.BATCH_REQUESTS,
        "",
        "operations that were queued",
        tags,
        () -> status.get().requests());
    meters.counter(
        Names.BATCH_REFUSED,
        "",
        "operations that were turned away",
        tags,
        () -> status.get().overloaded());
    meters.gauge(
        Names.BATCH_WAITING, "", "operations that wait", tags, () -> status.get().waiting());
    meters.gauge(
        Names.BATCH_IN_FLIGHT,
        "",
        "statements or commits that are out",
        tags,
        () -> status.get().inFlight());
    for (int i = 0; i < BatchStatus.SIZES; i++) {
      int place = i;
      meters.counter(
          Names.BATCHES,
          "",
          "statements or commits, by how many operations left in one",
          tags.and("size", size(place)),
          () -> status.get().sizes().get(place));
    }
  }

  /** {@code 1}, {@code 2}, {@code 3-4}, ..., {@code 257+}. */
  private static String size(int place) {
    int most = 1 << place;
    if (place == BatchStatus.SIZES - 1) {
      return most / 2 + 1 + "+";
    }
    return place < 2 ? String.valueOf(most) : most / 2 + 1 + "-" + most;
  }
}
