package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.CacheFaultContract;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.module.Module;
import org.ara.testkit.postgres.PostgresServer;

class PostgresCacheTest extends CacheFaultContract {

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared().createDatabase(PHONES);

  @Override
  protected Module driver() {
    return new PostgresModule();
  }

  @Override
  protected String driverName() {
    return "pgsql";
  }

  @Override
  protected String file() {
    return PostgresModule.FILE;
  }

  @Override
  protected List<String> section(int port, String database) {
    return List.of(
        "hostname = 127.0.0.1", "port = " + port, "dbname = " + database, "user = postgres");
  }

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
  protected OwnServer launch() {
    return own(PostgresServer.launchNew());
  }

  @Override
  protected OwnServer launchForTen() {
    return own(
        PostgresServer.launchNew(
            Map.of("max_connections", "10", "superuser_reserved_connections", "0")));
  }

  private static OwnServer own(PostgresServer server) {
    var database = server.createDatabase(PHONES);
    return new OwnServer(
        server.port(), database.name(), database::connect, server::kill, server::restart, server);
  }

  @Override
  protected List<String> triggers(String database) {
    return new PostgresTriggers("public", "phones", List.of("name")).install();
  }

  @Override
  protected void lock(Connection connection, Statement statement) throws SQLException {
    connection.setAutoCommit(false);
    statement.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");
  }
}
