package org.ara.driver.sql;

/** What a failed statement means for the next step, whatever the database calls it. */
public enum Fault {
  /** The table is not as it was described: no such table or column, or the result changed shape. */
  STALE,
  /** A value cannot be what its column holds. */
  BAD_VALUE,
  /** Somebody else holds the lock; the same statement may well succeed a little later. */
  BUSY,
  /** The statement took longer than it may; the database is alive. */
  TOO_SLOW,
  /** The connection broke. */
  LOST,
  /** The database stopped answering. */
  SILENT,
  /** The database has no room for what is to be written; it reads as before. */
  FULL,
  /** The database said no. */
  REFUSED
}
