package org.ara.testkit.mariadb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A database of a {@link MariaServer}, with an ordinary client of its own to look into it.
 *
 * @param server where it is
 * @param name what it is called
 */
public record MariaDatabase(MariaServer server, String name) {

  /** {@code jdbc:mariadb://127.0.0.1:PORT/NAME}. */
  public String url() {
    return "jdbc:mariadb://" + server.host() + ":" + server.port() + "/" + name;
  }

  /** A new connection, for the caller to close. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), server.user(), server.password());
  }

  /** Runs a statement through a connection of its own. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  /** The first column of the first row as text; null where it is NULL or there is no row. */
  public @Nullable String query(String sql, String... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }
}
