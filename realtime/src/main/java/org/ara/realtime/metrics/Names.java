package org.ara.realtime.metrics;

/** The names of the meters, as {@code docs/metrics.md} lists them. */
public final class Names {

  /** What all of them begin with. */
  public static final String PREFIX = "ara.realtime.";

  /** How long reads of a storage took, by answer. */
  public static final String LOOKUP = PREFIX + "lookup";

  /** How long writes to a storage took, by operation and answer. */
  public static final String WRITE = PREFIX + "write";

  /** Questions to families that keep answers, by what became of them. */
  public static final String CACHE_ANSWERS = PREFIX + "cache.answers";

  /** Kept answers that had to make room. */
  public static final String CACHE_EVICTIONS = PREFIX + "cache.evictions";

  /** Answers that are kept. */
  public static final String CACHE_ENTRIES = PREFIX + "cache.entries";

  /** The memory that kept answers take. */
  public static final String CACHE_SIZE = PREFIX + "cache.size";

  /** The memory that they may take. */
  public static final String CACHE_LIMIT = PREFIX + "cache.limit";

  /** Whether kept answers are given without asking. */
  public static final String CACHE_TRUSTED = PREFIX + "cache.trusted";

  /** Operations that went through the queue of a table. */
  public static final String BATCH_REQUESTS = PREFIX + "batch.requests";

  /** Statements or commits that they left in, by how many were in one. */
  public static final String BATCHES = PREFIX + "batches";

  /** Operations that wait. */
  public static final String BATCH_WAITING = PREFIX + "batch.waiting";

  /** Statements or commits that are out. */
  public static final String BATCH_IN_FLIGHT = PREFIX + "batch.inflight";

  /** Operations that were turned away. */
  public static final String BATCH_REFUSED = PREFIX + "batch.refused";

  /** Connections of a database, by what they do. */
  public static final String CONNECTIONS = PREFIX + "connections";

  /** Connections that there may be. */
  public static final String CONNECTIONS_LIMIT = PREFIX + "connections.limit";

  /** Operations that wait for a connection. */
  public static final String CONNECTIONS_WAITING = PREFIX + "connections.waiting";

  /** Attempts to open a connection, by how they ended. */
  public static final String CONNECTIONS_OPENED = PREFIX + "connections.opened";

  /** Whether every change of a table is told. */
  public static final String FEED_LIVE = PREFIX + "feed.live";

  /** Changes that were told. */
  public static final String FEED_CHANGES = PREFIX + "feed.changes";

  /** Times that changes began not to be told. */
  public static final String FEED_LOSSES = PREFIX + "feed.losses";

  /** How long after their acknowledgement our own writes were told. */
  public static final String FEED_LAG = PREFIX + "feed.lag";

  /** Whether a table is away. */
  public static final String AWAY = PREFIX + "away";

  /** Times that a table went away. */
  public static final String OUTAGES = PREFIX + "outages";

  /** How long a table was away, all outages together. */
  public static final String OUTAGE_TIME = PREFIX + "outage.time";

  private Names() {}
}
