package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.ara.driver.sql.ChangedSchemaContract;
import org.ara.module.Module;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** One server for all tests, each of which kills it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresChangedSchemaTest extends ChangedSchemaContract {

  private final PostgresServer server = PostgresServer.launchNew();
  private final FaultyProxy proxy = new FaultyProxy(server.host(), server.port());
  private org.ara.testkit.postgres.PostgresDatabase real = server.createDatabase();

  @AfterAll
  void end() {
    proxy.close();
    server.close();
  }

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
  protected List<String> section() {
    return List.of("port = " + proxy.port(), "dbname = " + real.name(), "user = " + server.user());
  }

  @Override
  protected void begin(List<String> statements) {
    real = server.createDatabase(statements);
    proxy.pass();
  }

  @Override
  protected void goAway() {
    server.kill();
    proxy.refuse();
    server.restart();
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }

  @Override
  protected void comeBack() {
    proxy.pass();
  }

  @Override
  protected List<String> portAsText() {
    return List.of("ALTER TABLE phones ALTER COLUMN port TYPE VARCHAR(20)");
  }
}
