package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.ara.driver.sql.SqlTable;
import org.ara.driver.sql.server.ServerDatabase;
import org.ara.driver.sql.server.ServerOutageContract;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.Test;

class MysqlOutageTest extends ServerOutageContract {

  private final MariaDatabase real = MariaServer.shared().createDatabase(PHONES);

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
  protected ServerDatabase open(int port, String name, int connections, int waiting) {
    return new MysqlDatabase(TestSettings.of(port, name, password(), connections, waiting));
  }

  @Override
  protected OwnServer launch() {
    return own(MariaServer.launchNew());
  }

  @Override
  protected OwnServer launchFor(int connections) {
    return own(MariaServer.launchNew(Map.of("max_connections", Integer.toString(connections))));
  }

  private static OwnServer own(MariaServer server) {
    MariaDatabase database = server.createDatabase(PHONES);
    return new OwnServer(
        server.port(), database.name(), database::connect, server::kill, server::restart, server);
  }

  @Override
  protected void lock(Connection connection, Statement statement) throws SQLException {
    statement.execute("LOCK TABLE phones WRITE");
  }

  @Override
  protected String driver() {
    return "mysql";
  }

  @Override
  protected String file() {
    return MysqlModule.FILE;
  }

  @Override
  protected String password() {
    return real.server().password();
  }

  @Test
  void tooManyConnectionsAreSaidAndWaitedFor() throws Exception {
    real.execute(
        "CREATE USER IF NOT EXISTS few IDENTIFIED BY 'few-hidden' WITH MAX_USER_CONNECTIONS 1");
    real.execute("GRANT ALL ON *.* TO few");
    MysqlSettings as = TestSettings.of(proxy.port(), real.name());
    MysqlSettings few =
        new MysqlSettings(
            "few",
            as.host(),
            as.port(),
            as.database(),
            "few",
            "few-hidden",
            "disable",
            as.limits(),
            true,
            as.requirements());
    try (Connection taken = DriverManager.getConnection(real.url(), few.user(), few.password());
        MysqlDatabase refused = new MysqlDatabase(few)) {
      SqlTable table = new SqlTable(refused, "phones");
      Outage outage = outage(table.select(BOB, "name", 1));
      assertThat(outage.kind()).isEqualTo(Outage.Kind.UNREACHABLE);
      assertThat(outage.message()).contains("raise max_connections").doesNotContain("few-hidden");

      taken.close();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> table.select(BOB, "name", 1) instanceof Lookup.Found);
    }
  }
}
