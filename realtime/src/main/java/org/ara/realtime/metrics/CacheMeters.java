package org.ara.realtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ara.realtime.status.CacheStatus;

/** The meters of a family that keeps answers. */
public final class CacheMeters {

  private CacheMeters() {}

  /**
   * Registers them.
   *
   * @param family lower case
   * @param cache empty while the family keeps nothing
   */
  public static List<Meter> register(
      MeterRegistry registry, String family, Supplier<Optional<CacheStatus>> cache) {
    Publication meters = new Publication(registry, Tags.of("family", family));
    answers(meters, "hit", cache, CacheStatus::hits);
    answers(meters, "negative", cache, CacheStatus::negativeHits);
    answers(meters, "asked", cache, CacheStatus::misses);
    answers(meters, "copy", cache, CacheStatus::stale);
    meters.counter(
        Names.CACHE_EVICTIONS,
        "",
        "kept answers that had to make room",
        Tags.empty(),
        () -> figure(cache, CacheStatus::evicted));
    gauge(meters, Names.CACHE_ENTRIES, "", "answers that are kept", cache, CacheStatus::entries);
    gauge(meters, Names.CACHE_SIZE, "bytes", "their memory", cache, CacheStatus::bytes);
    gauge(meters, Names.CACHE_LIMIT, "bytes", "the most of it", cache, CacheStatus::maxBytes);
    gauge(
        meters,
        Names.CACHE_TRUSTED,
        "",
        "1 while kept answers are given without asking",
        cache,
        status -> status.trusted() ? 1 : 0);
    return meters.meters();
  }

  private static void answers(
      Publication meters,
      String result,
      Supplier<Optional<CacheStatus>> cache,
      ToDoubleFunction<CacheStatus> figure) {
    meters.counter(
        Names.CACHE_ANSWERS,
        "",
        "questions, by what became of them",
        Tags.of("result", result),
        () -> figure(cache, figure));
  }

  private static void gauge(
      Publication meters,
      String name,
      String unit,
      String description,
      Supplier<Optional<CacheStatus>> cache,
      ToDoubleFunction<CacheStatus> figure) {
    meters.gauge(name, unit, description, Tags.empty(), () -> figure(cache, figure));
  }

  private static double figure(
      Supplier<Optional<CacheStatus>> cache, ToDoubleFunction<CacheStatus> figure) {
    return cache.get().map(figure::applyAsDouble).orElse(0.0);
  }
}
