package org.ara.driver.sql.mysql;

import java.time.Duration;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.server.Limits;
import org.ara.testkit.mariadb.MariaServer;

/** Settings for tests: the default options with deadlines that a test can wait for. */
final class TestSettings {

  private TestSettings() {}

  static MysqlSettings of(int port, String database) {
    return of(port, database, MariaServer.shared().password());
  }

  static MysqlSettings of(int port, String database, String password) {
    return of(port, database, password, 4, 2000);
  }

  static MysqlSettings of(
      int port, String database, String password, int connections, int waiting) {
    return new MysqlSettings(
        "general",
        "127.0.0.1",
        port,
        database,
        MariaServer.shared().user(),
        password,
        "disable",
        new Limits(
            connections,
            waiting,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5)),
        true,
        Requirements.WARN);
  }
}
