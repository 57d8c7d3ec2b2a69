package org.ara.driver.sql.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/** Ends a statement that runs for too long, by the hook that SQLite calls as it works. */
final class StatementClock extends ProgressHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StatementClock.class);

  /** Steps of SQLite's machine between two looks at the clock: some milliseconds. */
  private static final int STEPS = 100_000;

  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(250);

  private long started;

  private StatementClock() {}

  static StatementClock on(Connection connection) throws SQLException {
    StatementClock clock = new StatementClock();
    ProgressHandler.setHandler(connection, STEPS, clock);
    return clock;
  }

  void start() {
    started = System.nanoTime();
  }

  void stop(String sql) {
    long took = System.nanoTime() - started;
    if (took > SLOW) {
      LOG.debug("took {} ms: {}", TimeUnit.NANOSECONDS.toMillis(took), sql);
    }
  }

  /** Non-zero interrupts the statement. */
  @Override
  protected int progress() {
    return System.nanoTime() - started > SqliteSettings.STATEMENT_DEADLINE.toNanos() ? 1 : 0;
  }
}
