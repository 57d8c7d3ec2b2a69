package org.ara.testkit.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.Test;

class MariaServerTest {

  @Test
  void databasesOfTheSharedServerAreSeparate() {
    MariaDatabase one = MariaServer.shared().createDatabase(List.of("CREATE TABLE t (x text)"));
    MariaDatabase other = MariaServer.shared().createDatabase();

    assertThat(one.query("SHOW TABLES")).isEqualTo("t");
    assertThat(other.query("SHOW TABLES")).isNull();
    assertThat(one.query("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
  }

  @Test
  void itIsReachedThroughAFaultyProxy() throws SQLException {
    MariaServer server = MariaServer.shared();
    try (FaultyProxy proxy = new FaultyProxy(server.host(), server.port());
        Connection connection =
            DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + proxy.port() + "/mysql",
                server.user(),
                server.password())) {
      proxy.cut();
      assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aStoppedAndAKilledServerComesBackOnItsPortWithItsData() {
    try (MariaServer server = MariaServer.launchNew()) {
      MariaDatabase database =
          server.createDatabase(
              List.of("CREATE TABLE t (x text)", "INSERT INTO t VALUES ('stopped')"));
      int port = server.port();

      server.stop();
      assertThat(server.isRunning()).isFalse();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.restart();
      assertThat(database.query("SELECT x FROM t")).isEqualTo("stopped");

      database.execute("UPDATE t SET x = 'killed'");
      server.kill();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.restart();
      assertThat(database.query("SELECT x FROM t WHERE x = ?", "killed")).isEqualTo("killed");
      assertThat(server.port()).isEqualTo(port);
    }
  }
}
