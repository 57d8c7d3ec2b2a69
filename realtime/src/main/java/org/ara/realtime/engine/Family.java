package org.ara.realtime.engine;

import java.util.List;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.policy.FamilyPolicy;
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
          case FEED -> false;
        };
  }

  /** Whether an answer may be given where nobody can be asked. */
  boolean allowsStale(@Nullable Kept kept, Clock clock) {
    return kept != null && policy.allowsStale(clock.millis() - kept.readAt());
  }
}
