package org.ara.driver.sql.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlTableContract;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.TestInstance;

/** One database for all tests: making one takes longer than a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTableTest extends SqlTableContract {

  private final PostgresDatabase real = PostgresServer.shared().createDatabase();

  @Override
  protected Database open() {
    real.execute("DROP TABLE IF EXISTS phones, later");
    return new org.ara.driver.sql.postgres.PostgresDatabase(
        TestSettings.of(real.server().port(), real.name()));
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }
}
