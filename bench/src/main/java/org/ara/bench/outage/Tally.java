package org.ara.bench.outage;

/**
 * What came of the lookups of one contestant.
 *
 * @param lookups all of them
 * @param failed known rows that were not found
 * @param failedLater of those, begun later than the first deadline after the kill, before the
 *     return
 * @param failedAfterReturn of those, begun later than two seconds after the return
 * @param p99Millis the latency that one in a hundred exceeded while the database was away
 * @param worstMillis the longest that anybody waited meanwhile
 */
record Tally(
    long lookups,
    long failed,
    long failedLater,
    long failedAfterReturn,
    double p99Millis,
    double worstMillis) {}
