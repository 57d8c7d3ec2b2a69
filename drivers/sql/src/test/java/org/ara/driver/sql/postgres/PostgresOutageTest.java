package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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
    return own(PostgresServer.launchNew());
  }

  @Override
  protected OwnServer launchFor(int connections) {
    return own(
        PostgresServer.launchNew(
            Map.of(
                "max_connections",
                Integer.toString(connections),
                "superuser_reserved_connections",
                "0",
                "fsync",
                "off")));
  }

  private static OwnServer own(PostgresServer server) {
    var database = server.createDatabase(PHONES);
    return new OwnServer(
        server.port(), database.name(), database::connect, server::kill, server::restart, server);
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
