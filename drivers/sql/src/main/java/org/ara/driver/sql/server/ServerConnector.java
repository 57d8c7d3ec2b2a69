package org.ara.driver.sql.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes connections to one database of a server, with a deadline on everything. */
public interface ServerConnector {

  /** A source of new connections for the pool. */
  DataSource dataSource();

  /** What an operator can do about a connection that could not be made, to be read in brackets. */
  String advice(SQLException failure);

  /**
   * What to say around the reading of rows that come one after the other, on a server whose
   * deadline for a statement counts the time that their reader takes; empty where it doesn't.
   */
  default Optional<Unhurried> unhurried() {
    return Optional.empty();
  }

  /**
   * Statements about a session's deadline.
   *
   * @param lift takes it away
   * @param restore brings it back
   */
  record Unhurried(String lift, String restore) {}

  /** Connects and disconnects; returns if that worked. */
  default void probe() throws SQLException {
    try (Connection connection = dataSource().getConnection()) {
      connection.getMetaData();
    }
  }
}
