package org.ara.driver.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WellKnownTablesTest {

  @Test
  void everyTableCanBeCreatedOnPostgresql() {
    WellKnownTables tables = new WellKnownTables(Flavour.POSTGRESQL);

    PostgresDatabase database = PostgresServer.shared().createDatabase(tables.all());

    assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("34");
    assertThat(tables.names()).hasSize(34).contains("sippeers", "extensions", "ast_config");
    assertThat(
            database.query(
                "SELECT count(*) FROM information_schema.columns WHERE table_name = 'sippeers'"))
        .isEqualTo("72");
  }

  @Test
  void everyTableCanBeCreatedOnMariadb() {
    WellKnownTables tables = new WellKnownTables(Flavour.MYSQL);

    MariaDatabase database = MariaServer.shared().createDatabase(tables.all());

    assertThat(
            database.query(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND engine = 'InnoDB' AND table_collation = 'utf8mb4_bin'"))
        .isEqualTo("34");
    assertThat(
            database.query(
                "SELECT count(*) FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND table_name = 'sippeers'"))
        .isEqualTo("72");
  }

  @Test
  void everyTableCanBeCreatedOnSqlite(@TempDir Path directory) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ara.sqlite3"));
        Statement statement = connection.createStatement()) {
      for (String sql : new WellKnownTables(Flavour.SQLITE).all()) {
        statement.execute(sql);
      }
      statement.execute("INSERT INTO sippeers (name) VALUES ('bob')");
      try (ResultSet row = statement.executeQuery("SELECT host, port, lastms FROM sippeers")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("host")).isEqualTo("dynamic");
        assertThat(row.getInt("lastms")).isEqualTo(-1);
      }
    }
  }

  @Test
  void someTablesComeWithTheirIndexesOnly() {
    assertThat(new WellKnownTables(Flavour.SQLITE).of("extensions", "sippeers"))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("CREATE TABLE extensions");
    assertThatThrownBy(() -> new WellKnownTables(Flavour.SQLITE).of("sippeer"))
        .hasMessageContaining("'sippeer' is not a well-known table");
  }
}
