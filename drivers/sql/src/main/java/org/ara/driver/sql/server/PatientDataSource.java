package org.ara.driver.sql.server;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections for a pool, which are not tried while the server is known to be away, and tried again
 * where one cannot be made: a pool that fails to connect tries ever more seldom by itself, and
 * would still be waiting when the server is back.
 */
final class PatientDataSource implements DataSource {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final DataSource source;
  private final Health health;
  private final AtomicLong opened = new AtomicLong();
  private final LongAdder failed = new LongAdder();

  PatientDataSource(DataSource source, Health health) {
    this.source = source;
    this.health = health;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return patiently(source::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return patiently(() -> source.getConnection(user, password));
  }

  /** How many were opened. */
  long opened() {
    return opened.get();
  }

  /** How many could not be opened. */
  long failed() {
    return failed.sum();
  }

  private Connection patiently(Attempt attempt) throws SQLException {
    health.awaitUp(Duration.ZERO);
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      try {
        Connection connection = attempt.connect();
        opened.incrementAndGet();
        return connection;
      } catch (SQLException e) {
        failed.increment();
        if (!health.awaitUp(pause)) {
          throw e;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** One attempt to connect. */
  @FunctionalInterface
  private interface Attempt {
    Connection connect() throws SQLException;
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
