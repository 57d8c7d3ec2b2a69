package org.ara.realtime.status;

import java.time.Duration;

/**
 * How long one sort of operation took in the storage that a family is mapped to. Percentiles and
 * the longest are of the last two minutes, or zero if there was nothing in that time.
 *
 * @param family lower case
 * @param driver its name
 * @param operation {@code lookup}, {@code update}, {@code store} or {@code destroy}
 * @param answer {@code found}, {@code absent}, {@code done} or {@code unavailable}
 * @param count how many there were, ever
 * @param mean how long they took on average, ever
 * @param p50 the time within which half of them were answered
 * @param p95 the time that one in twenty exceeded
 * @param p99 the time that one in a hundred exceeded
 * @param longest the longest
 */
public record LatencyStatus(
    String family,
    String driver,
    String operation,
    String answer,
    long count,
    Duration mean,
    Duration p50,
    Duration p95,
    Duration p99,
    Duration longest) {}
