package org.ara.realtime.status;

/**
 * How the change feed of a table is.
 *
 * @param table driver and table
 * @param live whether every change is told
 * @param forMillis since when that is so
 * @param changes how many changes were told
 * @param lastChangeMillis how long ago the last one was told; -1 if none was
 * @param detail by which columns changes are told, or why they are not
 */
public record FeedStatus(
    String table,
    boolean live,
    long forMillis,
    long changes,
    long lastChangeMillis,
    String detail) {}
