package org.ara.realtime.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * How one family is cached, and what it does while its storage is away.
 *
 * @param cache when a kept answer is given without asking
 * @param ttl how long, for {@link CacheMode#TTL}; positive
 * @param maxBytes the most memory that kept answers may take; positive
 * @param onOutage what happens while the storage is unavailable
 * @param maxStale how old an answer may be that is given instead; zero for any age
 * @param deadline the longest that a caller waits; zero for as long as the driver allows
 * @param snapshot whether kept answers survive a restart on disk
 */
public record FamilyPolicy(
    CacheMode cache,
    Duration ttl,
    long maxBytes,
    OnOutage onOutage,
    Duration maxStale,
    Duration deadline,
    boolean snapshot) {

  /** Ask every time, go on to the next mapping, keep nothing. */
  public static final FamilyPolicy DEFAULT =
      RealtimeOptions.policy(org.ara.config.option.OptionValues.none());

  public FamilyPolicy {
    Objects.requireNonNull(cache, "cache");
    Objects.requireNonNull(onOutage, "onOutage");
    if (!ttl.isPositive() || maxBytes < 1 || maxStale.isNegative() || deadline.isNegative()) {
      throw new IllegalArgumentException("times and sizes must not be negative");
    }
  }

  /** Whether answers are kept at all. */
  public boolean keeps() {
    return cache != CacheMode.NONE || onOutage == OnOutage.STALE;
  }

  /** Whether an answer of this age may be given while the storage is away. */
  public boolean allowsStale(long ageMillis) {
    return onOutage == OnOutage.STALE && (maxStale.isZero() || ageMillis <= maxStale.toMillis());
  }
}
