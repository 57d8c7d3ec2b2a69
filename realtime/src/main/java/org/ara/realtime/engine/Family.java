package org.ara.realtime.engine;

import java.util.List;
import java.util.Optional;
import org.ara.realtime.Outage;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.status.CacheStatus;
import org.jspecify.annotations.Nullable;

/**
 * A mapped family: where it is kept, by priority, and how its answers are treated.
 *
 * @param name lower case
 * @param routes at least one, the first one asked first
 * @param policy of {@code realtime.conf}
 * @param cache null if no answers are kept
 */
record Family(String name, List<Route> routes, FamilyPolicy policy, @Nullable FamilyCache cache) {

  /** Whether an answer may be given without asking; only those of the first mapping ever may. */
  boolean trusts(Kept kept, Clock clock) {
    Storage first = routes.getFirst().storage();
    return first != null
        && kept.holds(first, first.ledger())
        && switch (policy.cache()) {
          case NONE -> false;
          case TTL -> clock.millis() - kept.readAt() < policy.ttl().toMillis();
          case FEED -> first.feed().isLive();
        };
  }

  /** Whether an answer may be given where nobody can be asked. */
  boolean allowsStale(@Nullable Kept kept, Clock clock) {
    return kept != null && policy.allowsStale(clock.millis() - kept.readAt());
  }

  /** What it keeps; empty if it keeps nothing. */
  Optional<CacheStatus> status() {
    if (cache == null) {
      return Optional.empty();
    }
    FamilyCache.Use use = cache.use();
    Storage first = routes.getFirst().storage();
    Outage away = first == null ? null : first.availability().outage();
    return Optional.of(
        new CacheStatus(
            name,
            mode(),
            policy.cache() == CacheMode.TTL || (first != null && first.feed().isLive()),
            use.entries(),
            use.bytes(),
            use.maxBytes(),
            use.hits(),
            use.negativeHits(),
            use.misses(),
            use.stale(),
            use.evicted(),
            away == null ? "" : away.message()));
  }

  private String mode() {
    return switch (policy.cache()) {
      case NONE -> "copies";
      case TTL -> "ttl " + policy.ttl().toSeconds() + " s";
      case FEED -> "feed";
    };
  }
}
