package org.ara.driver.sql.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes connections to one database of a server, with a deadline on everything. */
public interface ServerConnector {

  /** A source of new connections for the pool. */
  DataSource dataSource();

  /** What an operator can do about a connection that could not be made, to be read in brackets. */
  String advice(SQLException failure);

  /** Connects and disconnects; returns if that worked. */
  default void probe() throws SQLException {
    try (Connection connection = dataSource().getConnection()) {
      connection.getMetaData();
    }
  }
}
