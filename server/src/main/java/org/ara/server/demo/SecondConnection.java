package org.ara.server.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary database connection beside the server's, such as any other program has; it shows each
 * statement that it runs.
 */
final class SecondConnection implements AutoCloseable {

  private final Connection connection;
  private final Screen screen;

  SecondConnection(Path database, Screen screen) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    this.screen = screen;
    quietly("PRAGMA busy_timeout = 5000");
  }

  /** Runs a statement that changes rows; how many it changed. */
  int run(String sql) throws SQLException {
    screen.sql(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  /** Runs a statement without showing it. */
  void quietly(String sql, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  /** The first row of a query, column by column, NULL as the empty text; empty without a row. */
  Map<String, String> row(String sql) throws SQLException {
    screen.sql(sql);
    Map<String, String> row = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          @Nullable String value = rows.getString(i);
          row.put(columns.getColumnLabel(i), value == null ? "" : value);
        }
      }
    }
    row.forEach((column, value) -> screen.line("       %-14s %s".formatted(column, value)));
    return row;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
