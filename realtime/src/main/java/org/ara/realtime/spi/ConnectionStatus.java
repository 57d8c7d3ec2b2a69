package org.ara.realtime.spi;

/**
 * The connections to one database.
 *
 * @param database driver and section of its configuration: {@code pgsql general}
 * @param open how many there are
 * @param busy how many of them work for somebody
 * @param most how many there may be
 * @param waiting how many operations wait for one
 * @param waitingMillis since when the first of them has waited; 0 if nobody does
 * @param opened how many were opened so far
 * @param failed how many attempts to open one failed
 */
public record ConnectionStatus(
    String database,
    int open,
    int busy,
    int most,
    int waiting,
    long waitingMillis,
    long opened,
    long failed) {}
