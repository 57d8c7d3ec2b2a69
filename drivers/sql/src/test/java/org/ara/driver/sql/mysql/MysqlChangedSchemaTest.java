package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.ara.driver.sql.ChangedSchemaContract;
import org.ara.module.Module;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** One server for all tests, each of which kills it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlChangedSchemaTest extends ChangedSchemaContract {

  private final MariaServer server = MariaServer.launchNew();
  private final FaultyProxy proxy = new FaultyProxy(server.host(), server.port());
  private MariaDatabase real = server.createDatabase();

  @AfterAll
  void end() {
    proxy.close();
    server.close();
  }

  @Override
  protected Module driver() {
    return new MysqlModule();
  }

  @Override
  protected String driverName() {
    return "mysql";
  }

  @Override
  protected String file() {
    return MysqlModule.FILE;
  }

  @Override
  protected List<String> section() {
    return List.of(
        "dbport = " + proxy.port(),
        "dbname = " + real.name(),
        "dbuser = " + server.user(),
        "dbpass = " + server.password());
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
    return List.of("ALTER TABLE phones MODIFY port VARCHAR(20)");
  }
}
