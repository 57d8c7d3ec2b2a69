package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.ara.driver.sql.EngineContract;
import org.ara.module.Module;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.TestInstance;

/** One database for all tests: making one takes longer than a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlEngineTest extends EngineContract {

  private final MariaDatabase real =
      MariaServer.shared()
          .createDatabase(List.of("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"));

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
        "[db]",
        "dbport = " + real.server().port(),
        "dbname = " + real.name(),
        "dbuser = " + real.server().user(),
        "dbpass = " + real.server().password());
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }

  @Override
  protected Stream<String> retype() {
    return Stream.of("ALTER TABLE phones MODIFY port VARCHAR(20)");
  }
}
