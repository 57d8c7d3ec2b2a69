package org.ara.driver.sql.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import org.ara.driver.sql.Requirements;

/**
 * One section of {@code res_config_sqlite3.conf}.
 *
 * @param section its name, the database of mappings
 * @param file the database, absolute
 * @param busyTimeout how long an operation waits for locks of other programs
 * @param connections how many lookups run at once
 * @param maxWaiting how many operations may wait for their turn
 * @param synced whether a write is on the disk, not only with the system, when it is answered
 * @param ordered whether many rows come ordered by the first column searched
 * @param requirements what to do about columns that are missing
 * @param debug whether statements are logged
 */
record SqliteSettings(
    String section,
    Path file,
    Duration busyTimeout,
    int connections,
    int maxWaiting,
    boolean synced,
    boolean ordered,
    Requirements requirements,
    boolean debug) {

  /** How long one statement may run. */
  static final Duration STATEMENT_DEADLINE = Duration.ofSeconds(3);

  /** A database with the default options. */
  static SqliteSettings defaults(String section, Path file) {
    return new SqliteSettings(
        section, file, Duration.ofSeconds(1), 4, 2000, true, true, Requirements.WARN, false);
  }

  /** How long an operation may wait for its turn. */
  Duration turnDeadline() {
    return busyTimeout.plus(STATEMENT_DEADLINE);
  }
}
