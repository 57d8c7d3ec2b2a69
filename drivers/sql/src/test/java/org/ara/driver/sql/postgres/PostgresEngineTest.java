package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.ara.driver.sql.EngineContract;
import org.ara.module.Module;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.TestInstance;

/** One database for all tests: making one takes longer than a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEngineTest extends EngineContract {

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared().createDatabase();

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
    return List.of(
        "[db]",
        "port = " + real.server().port(),
        "dbname = " + real.name(),
        "user = " + real.server().user());
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }

  @Override
  protected Stream<String> retype() {
    return Stream.of("ALTER TABLE phones ALTER COLUMN port TYPE VARCHAR(20)");
  }
}
