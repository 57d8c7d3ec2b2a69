package org.ara.realtime.status;

/**
 * What a family keeps and how it was used.
 *
 * @param family lower case
 * @param mode when a kept answer is given without asking: {@code ttl 30 s}, {@code feed}, or {@code
 *     copies} for the outage only
 * @param trusted whether kept answers are given without asking at present
 * @param entries answers that are kept
 * @param bytes about how much memory they take
 * @param maxBytes the most they may take
 * @param hits rows given without asking
 * @param negativeHits times "no such row" was said without asking
 * @param misses questions that a storage was asked
 * @param stale answers given because no storage could be asked
 * @param evicted answers pushed out by others
 * @param outage why copies are given at present; empty if they are not
 */
public record CacheStatus(
    String family,
    String mode,
    boolean trusted,
    long entries,
    long bytes,
    long maxBytes,
    long hits,
    long negativeHits,
    long misses,
    long stale,
    long evicted,
    String outage) {}
