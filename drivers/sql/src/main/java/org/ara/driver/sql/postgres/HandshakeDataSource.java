package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections whose socket has a timeout only while they are being made. A timeout on every read
 * would wake the scheduler of virtual threads for each statement, at half the cost of the statement
 * itself; the pool's watchdog does that work for all connections at once.
 */
final class HandshakeDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Connection connection = super.getConnection(user, password);
    connection.setNetworkTimeout(Runnable::run, 0);
    return connection;
  }
}
