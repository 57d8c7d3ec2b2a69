package org.ara.realtime.status;

import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.spi.ConnectionStatus;
import org.jspecify.annotations.Nullable;

/**
 * How questions and changes queue before a table.
 *
 * @param table driver, database and table, as mapped
 * @param lookups the reads
 * @param updates the updates
 * @param connections those to its database; null where there is nothing of the kind
 * @param outage why it is taken to be away; empty if it is not
 */
public record PoolStatus(
    String table,
    BatchStatus lookups,
    BatchStatus updates,
    @Nullable ConnectionStatus connections,
    String outage) {}
