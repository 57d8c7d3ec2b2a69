package org.ara.driver.sql.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.ara.driver.sql.Rows;
import org.ara.driver.sql.Session;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pooled connection for one operation. The JDBC driver keeps its statements prepared.
 *
 * @param connection lent by the pool
 * @param watch breaks the connection if the server is silent
 * @param shapes the columns of each statement's last result, shared by all connections
 */
record ServerSession(
    Connection connection, Watchdog.Watch watch, ConcurrentMap<String, Columns> shapes)
    implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(ServerSession.class);
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(250);

  /** Far more statements than a server has. */
  private static final int MOST_SHAPES = 2000;

  @Override
  public List<Row> query(String sql, @Nullable String... values) throws SQLException {
    long started = System.nanoTime();
    watch.restart(started);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        return Rows.read(result, columns(sql, result.getMetaData()));
      }
    } finally {
      noteSlow(sql, started);
    }
  }

  @Override
  public int change(String sql, @Nullable String... values) throws SQLException {
    long started = System.nanoTime();
    watch.restart(started);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.bind(statement, values);
      return statement.executeUpdate();
    } finally {
      noteSlow(sql, started);
    }
  }

  private Columns columns(String sql, ResultSetMetaData result) throws SQLException {
    Columns known = shapes.get(sql);
    if (known != null && Rows.haveColumns(result, known)) {
      return known;
    }
    Columns columns = Rows.columns(result);
    if (shapes.size() >= MOST_SHAPES) {
      shapes.clear();
    }
    shapes.put(sql, columns);
    return columns;
  }

  private static void noteSlow(String sql, long started) {
    long took = System.nanoTime() - started;
    if (took > SLOW) {
      LOG.debug("took {} ms: {}", TimeUnit.NANOSECONDS.toMillis(took), sql);
    }
  }
}
