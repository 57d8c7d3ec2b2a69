package org.ara.driver.sql.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ara.driver.sql.Rows;
import org.ara.driver.sql.Session;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the file, with its statements kept prepared. For one thread at a time.
 *
 * <p>SQLite prepares a statement anew by itself when the schema changed, but JDBC does not notice
 * that the columns are others; so the schema's version is compared before each query.
 */
final class SqliteConnection implements Session, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteConnection.class);
  private static final int MOST_STATEMENTS = 100;

  private final Connection connection;
  private final StatementClock clock;
  private final int generation;
  private final boolean debug;
  private final PreparedStatement schemaVersion;
  private final Map<String, Prepared> statements = new LinkedHashMap<>(32, 0.75f, true);
  private int seenVersion = -1;

  SqliteConnection(Connection connection, int generation, boolean debug) throws SQLException {
    this.connection = connection;
    this.generation = generation;
    this.debug = debug;
    this.clock = StatementClock.on(connection);
    this.schemaVersion = connection.prepareStatement("PRAGMA schema_version");
  }

  /** Which opening of the file this connection belongs to. */
  int generation() {
    return generation;
  }

  @Override
  public List<Row> query(String sql, @Nullable String... values) throws SQLException {
    return timed(
        sql,
        () -> {
          forgetStatementsOfAnOldSchema();
          Prepared prepared = prepared(sql, true);
          Rows.bind(prepared.statement(), values);
          try (ResultSet result = prepared.statement().executeQuery()) {
            return Rows.read(result, prepared.columns());
          }
        });
  }

  @Override
  public void scan(String sql, Consumer<Row> rows, @Nullable String... values) throws SQLException {
    timed(
        sql,
        () -> {
          forgetStatementsOfAnOldSchema();
          Prepared prepared = prepared(sql, true);
          Rows.bind(prepared.statement(), values);
          try (ResultSet result = prepared.statement().executeQuery()) {
            Rows.each(result, prepared.columns(), rows, clock::start);
          }
          return true;
        });
  }

  @Override
  public int change(String sql, @Nullable String... values) throws SQLException {
    return timed(
        sql,
        () -> {
          PreparedStatement statement = prepared(sql, false).statement();
          Rows.bind(statement, values);
          return statement.executeUpdate();
        });
  }

  /** Begins a transaction that holds the right to write. */
  void begin() throws SQLException {
    execute("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    execute("COMMIT");
  }

  /** Undoes the transaction, if SQLite has not done so already. */
  void rollback() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("nothing to roll back: {}", e.getMessage());
    }
  }

  private void execute(String sql) throws SQLException {
    clock.start();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      clock.stop(sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection did not close in good order: {}", e.getMessage());
    }
  }

  private <T> T timed(String sql, SqlCall<T> call) throws SQLException {
    if (debug) {
      LOG.info("{}", sql);
    }
    clock.start();
    try {
      return call.run();
    } catch (SQLException e) {
      drop(sql);
      throw e;
    } finally {
      clock.stop(sql);
    }
  }

  private Prepared prepared(String sql, boolean query) throws SQLException {
    Prepared known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() >= MOST_STATEMENTS) {
      drop(statements.keySet().iterator().next());
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    Columns columns = query ? Rows.columns(statement.getMetaData()) : new Columns(List.of());
    Prepared prepared = new Prepared(statement, columns);
    statements.put(sql, prepared);
    return prepared;
  }

  private void forgetStatementsOfAnOldSchema() throws SQLException {
    int version;
    try (ResultSet result = schemaVersion.executeQuery()) {
      version = result.next() ? result.getInt(1) : -1;
    }
    if (version != seenVersion) {
      seenVersion = version;
      for (Prepared prepared : statements.values()) {
        prepared.statement().close();
      }
      statements.clear();
      readSchemaAgain();
    }
  }

  /** Preparing alone trusts the schema in memory; running something finds that it is old. */
  private void readSchemaAgain() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1 FROM sqlite_schema LIMIT 1");
    }
  }

  private void drop(String sql) throws SQLException {
    Prepared prepared = statements.remove(sql);
    if (prepared != null) {
      prepared.statement().close();
    }
  }

  /** A statement and the columns of its result. */
  private record Prepared(PreparedStatement statement, Columns columns) {}

  /** Something done with a statement. */
  @FunctionalInterface
  private interface SqlCall<T> {
    T run() throws SQLException;
  }
}
