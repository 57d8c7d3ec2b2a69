package org.ara.driver.sql.postgres;

import java.time.Duration;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.server.Limits;

/** Settings for tests: the default options with deadlines that a test can wait for. */
final class TestSettings {

  private TestSettings() {}

  static PostgresSettings of(int port, String database) {
    return new PostgresSettings(
        "general",
        "127.0.0.1",
        port,
        database,
        "postgres",
        "hidden-password",
        "ara-test",
        "disable",
        new Limits(4, 2000, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5)),
        true,
        Requirements.WARN);
  }

  static PostgresSettings withWaiting(PostgresSettings like, int connections, int waiting) {
    return new PostgresSettings(
        like.section(),
        like.host(),
        like.port(),
        like.database(),
        like.user(),
        like.password(),
        like.application(),
        like.sslMode(),
        new Limits(
            connections,
            waiting,
            like.limits().connectDeadline(),
            like.limits().statementDeadline(),
            like.limits().turnDeadline()),
        like.ordered(),
        like.requirements());
  }
}
