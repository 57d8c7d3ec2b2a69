package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.server.ServerDatabase;
import org.ara.driver.sql.server.ServerOutageContract;
import org.ara.testkit.postgres.PostgresServer;

class PostgresOutageTest extends ServerOutageContract {

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared().createDatabase(PHONES);

  @Override
  protected int port() {
    return real.server().port();
  }

  @Override
  protected String name() {
    return real.name();
  }

  @Override
  protected Connection connect() throws SQLException {
    return real.connect();
  }

  @Override
  protected ServerDatabase open(int port, String name, int connections, int waiting) {
    return new PostgresDatabase(
        TestSettings.withWaiting(TestSettings.of(port, name), connections, waiting));
  }

  @Override
  protected OwnServer launch() {
    PostgresServer server = PostgresServer.launchNew();
    String name = server.createDatabase(PHONES).name();
    return new OwnServer(server.port(), name, server::kill, server::restart, server);
  }

  @Override
  protected void lock(Connection connection, Statement statement) throws SQLException {
    connection.setAutoCommit(false);
    statement.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");
  }

  @Override
  protected String driver() {
    return "pgsql";
  }

  @Override
  protected String file() {
    return PostgresModule.FILE;
  }

  @Override
  protected String password() {
    return "hidden-password";
  }
}
