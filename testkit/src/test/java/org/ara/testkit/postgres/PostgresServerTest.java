package org.ara.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  @Test
  void databasesOfTheSharedServerAreSeparate() {
    PostgresDatabase one =
        PostgresServer.shared().createDatabase(List.of("CREATE TABLE t (x text)"));
    PostgresDatabase other = PostgresServer.shared().createDatabase();

    assertThat(one.query("SELECT to_regclass('t')::text")).isEqualTo("t");
    assertThat(other.query("SELECT to_regclass('t')::text")).isNull();
  }

  @Test
  void aStoppedAndAKilledServerComesBackOnItsPortWithItsData() {
    try (PostgresServer server = PostgresServer.launchNew()) {
      PostgresDatabase database =
          server.createDatabase(List.of("CREATE TABLE t AS SELECT 'kept'::text x", "CHECKPOINT"));
      int port = server.port();

      server.stop();
      assertThat(server.isRunning()).isFalse();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.restart();
      assertThat(database.query("SELECT x FROM t")).isEqualTo("kept");

      server.kill();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.restart();
      assertThat(database.query("SELECT x FROM t WHERE x = ?", "kept")).isEqualTo("kept");
      assertThat(server.port()).isEqualTo(port);
    }
  }
}
