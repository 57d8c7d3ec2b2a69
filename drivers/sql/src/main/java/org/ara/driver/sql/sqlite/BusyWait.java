package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;

/** Repeats what found the database locked, until it works or the time is up. */
final class BusyWait {

  private static final long FIRST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 20;

  private final Dialect dialect;
  private final long deadline;

  /** Starts the time. */
  BusyWait(Dialect dialect, Duration atMost) {
    this.dialect = dialect;
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  <T> T run(Attempt<T> attempt) throws SQLException, DatabaseException {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
      try {
        return attempt.run();
      } catch (SQLException e) {
        if (dialect.fault(e) != Fault.BUSY || System.nanoTime() - deadline >= 0 || !pause(pause)) {
          throw e;
        }
      }
    }
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What may find the database locked. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws SQLException, DatabaseException;
  }
}
