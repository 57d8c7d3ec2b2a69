package org.ara.driver.sql.server;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections for a pool, which are not tried while the server is known to be away: a pool that
 * fails to connect tries ever more seldom, and would still be waiting when the server is back.
 */
final class PatientDataSource implements DataSource {

  private final DataSource source;
  private final Health health;
  private final LongAdder opened = new LongAdder();
  private final LongAdder failed = new LongAdder();

  PatientDataSource(DataSource source, Health health) {
    this.source = source;
    this.health = health;
  }

  @Override
  public Connection getConnection() throws SQLException {
    health.awaitUp();
    return counted(source::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    health.awaitUp();
    return counted(() -> source.getConnection(user, password));
  }

  /** How many were opened. */
  long opened() {
    return opened.sum();
  }

  /** How many could not be opened. */
  long failed() {
    return failed.sum();
  }

  private Connection counted(Opening opening) throws SQLException {
    try {
      Connection connection = opening.open();
      opened.increment();
      return connection;
    } catch (SQLException e) {
      failed.increment();
      throw e;
    }
  }

  /** A way to open a connection. */
  @FunctionalInterface
  private interface Opening {
    Connection open() throws SQLException;
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
