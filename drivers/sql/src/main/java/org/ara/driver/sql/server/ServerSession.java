package org.ara.driver.sql.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ara.driver.sql.Rows;
import org.ara.driver.sql.Session;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of the pool with its statements kept prepared, while it is in use and for a moment
 * longer. For one thread at a time.
 */
final class ServerSession implements Session, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServerSession.class);
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int MOST_STATEMENTS = 100;

  private final Connection connection;
  private final Watchdog.Watch watch;
  private final Optional<ServerConnector.Unhurried> unhurried;
  private final Map<String, Prepared> statements = new LinkedHashMap<>(32, 0.75f, true);

  /**
   * A session of its own.
   *
   * @param connection lent by the pool
   * @param watch breaks the connection if the server is silent
   * @param unhurried what to say around a scan
   */
  ServerSession(
      Connection connection, Watchdog.Watch watch, Optional<ServerConnector.Unhurried> unhurried) {
    this.connection = connection;
    this.watch = watch;
    this.unhurried = unhurried;
  }

  /** Whether the connection was broken because nothing came. */
  boolean broken() {
    return watch.broken();
  }

  @Override
  public List<Row> query(String sql, @Nullable String... values) throws SQLException {
    long started = System.nanoTime();
    watch.begin(started);
    try {
      Prepared prepared = prepared(sql);
      Rows.bind(prepared.statement, values);
      try (ResultSet result = prepared.statement.executeQuery()) {
        return Rows.read(result, prepared.columns(result));
      }
    } catch (SQLException e) {
      drop(sql);
      throw e;
    } finally {
      end(sql, started);
    }
  }

  /** {@inheritDoc} Some servers send rows bit by bit only within a transaction of JDBC's. */
  @Override
  public void scan(String sql, Consumer<Row> rows, @Nullable String... values) throws SQLException {
    long started = System.nanoTime();
    watch.begin(started);
    try {
      if (unhurried.isPresent()) {
        plainly(unhurried.get().lift());
      }
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(Rows.SOME);
        Rows.bind(statement, values);
        try (ResultSet result = statement.executeQuery()) {
          Columns columns = Rows.columns(result.getMetaData());
          Rows.each(result, columns, rows, () -> watch.begin(System.nanoTime()));
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        if (unhurried.isPresent()) {
          plainly(unhurried.get().restore());
        }
      }
    } finally {
      end(sql, started);
    }
  }

  private void plainly(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public int change(String sql, @Nullable String... values) throws SQLException {
    long started = System.nanoTime();
    watch.begin(started);
    try {
      PreparedStatement statement = prepared(sql).statement;
      Rows.bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      drop(sql);
      throw e;
    } finally {
      end(sql, started);
    }
  }

  @Override
  public boolean transaction(Transaction work) throws SQLException {
    change("START TRANSACTION");
    boolean committed = false;
    try {
      if (work.run()) {
        change("COMMIT");
        committed = true;
      }
    } finally {
      if (!committed) {
        undo();
      }
    }
    return committed;
  }

  /** A connection that may still be in a transaction is not used again. */
  private void undo() {
    try {
      change("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("a transaction could not be undone: {}", e.getMessage());
      try {
        connection.unwrap(Connection.class).abort(Runnable::run);
      } catch (SQLException aborting) {
        LOG.debug("a connection could not be given up: {}", aborting.getMessage());
      }
    }
  }

  /** Gives the connection back to the pool. */
  @Override
  public void close() {
    watch.close();
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection did not close in good order: {}", e.getMessage());
    }
  }

  private Prepared prepared(String sql) throws SQLException {
    Prepared known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() >= MOST_STATEMENTS) {
      drop(statements.keySet().iterator().next());
    }
    Prepared prepared = new Prepared(connection.prepareStatement(sql));
    statements.put(sql, prepared);
    return prepared;
  }

  private void drop(String sql) {
    Prepared prepared = statements.remove(sql);
    if (prepared != null) {
      try {
        prepared.statement.close();
      } catch (SQLException e) {
        LOG.debug("a statement did not close in good order: {}", e.getMessage());
      }
    }
  }

  private void end(String sql, long started) {
    watch.end();
    long took = System.nanoTime() - started;
    if (took > SLOW) {
      LOG.debug("took {} ms: {}", TimeUnit.NANOSECONDS.toMillis(took), sql);
    }
  }

  /** A statement and the columns of its last result. */
  private static final class Prepared {
    private final PreparedStatement statement;
    private @Nullable Columns last;

    Prepared(PreparedStatement statement) {
      this.statement = statement;
    }

    Columns columns(ResultSet result) throws SQLException {
      Columns known = last;
      if (known != null && Rows.haveColumns(result.getMetaData(), known)) {
        return known;
      }
      Columns columns = Rows.columns(result.getMetaData());
      last = columns;
      return columns;
    }
  }
}
