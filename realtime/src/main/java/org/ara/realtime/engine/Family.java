package org.ara.realtime.engine;

import java.util.List;
import java.util.Optional;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.status.CacheStatus;
import org.jspecify.annotations.Nullable;

/** A mapped family: where it is kept, by priority, and how its answers are treated. */
final class Family {

  private final String name;
  private final List<Route> routes;
  private final FamilyPolicy policy;
  private final @Nullable FamilyCache cache;
  private final @Nullable Storage first;
  private final CacheMode mode;
  private final long ttlMillis;

  /**
   * A family.
   *
   * @param name lower case
   * @param routes at least one, the first one asked first
   * @param policy of {@code realtime.conf}
   * @param cache null if no answers are kept
   */
  Family(String name, List<Route> routes, FamilyPolicy policy, @Nullable FamilyCache cache) {
    this.name = name;
    this.routes = List.copyOf(routes);
    this.policy = policy;
    this.cache = cache;
    this.first = routes.getFirst().storage();
    this.mode = policy.cache();
    this.ttlMillis = policy.ttl().toMillis();
  }

  String name() {
    return name;
  }

  List<Route> routes() {
    return routes;
  }

  FamilyPolicy policy() {
    return policy;
  }

  @Nullable FamilyCache cache() {
    return cache;
  }

  /** Whether an answer may be given without asking; only those of the first mapping ever may. */
  boolean trusts(Kept kept, Clock clock) {
    return first != null
        && kept.holds(first, first.ledger())
        && switch (mode) {
          case NONE -> false;
          case TTL -> clock.millis() - kept.readAt() < ttlMillis;
          case FEED -> first.tableFeed().isLive();
        };
  }

  /** Whether its storage tells of every change just now. */
  boolean isFollowed() {
    return mode == CacheMode.FEED && first != null && first.tableFeed().isLive();
  }

  /** A copy with what was written since it was read. */
  Lookup<List<Row>> amended(Kept copy) {
    Lookup<List<Row>> rows = copy.isSingle() ? copy.row().map(List::of) : copy.rows();
    for (Route route : routes) {
      Storage storage = route.storage();
      if (storage != null) {
        rows = storage.ownWrites().amended(rows, copy.readAt());
      }
    }
    return rows;
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
    Outage away = first == null ? null : first.availability().outage();
    return Optional.of(
        new CacheStatus(
            name,
            modeInWords(),
            policy.cache() == CacheMode.TTL || (first != null && first.tableFeed().isLive()),
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

  private String modeInWords() {
    return switch (mode) {
      case NONE -> "copies";
      case TTL -> "ttl " + policy.ttl().toSeconds() + " s";
      case FEED -> "feed";
    };
  }
}
