package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.server.tool.ToolHarness.Ran;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaToolTest {

  @TempDir private Path home;

  @Nested
  class OnPostgresql {

    private final PostgresDatabase real = PostgresServer.shared().createDatabase();
    private ToolHarness tools;

    @BeforeEach
    void install() {
      tools =
          new ToolHarness(home)
              .file(
                  "res_pgsql.conf",
                  "[general]",
                  "hostname = 127.0.0.1",
                  "port = " + real.server().port(),
                  "dbname = " + real.name(),
                  "user = postgres",
                  "password = hidden-password")
              .file(
                  "extconfig.conf",
                  "[settings]",
                  "sippeers => pgsql,general,phones",
                  "extensions => pgsql,general",
                  "queue_members => pgsql,general",
                  "ps_endpoints => pgsql,general");
    }

    @Test
    void everyWellKnownTableIsCreatedAndThenLacksNothing() {
      String[] lines =
          Stream.concat(
                  Stream.of("[settings]"),
                  new WellKnownTables(Flavour.POSTGRESQL)
                      .names().stream().map(table -> table + " => pgsql,general"))
              .toArray(String[]::new);
      tools.file("extconfig.conf", lines);

      assertThat(tools.ara("schema create").status()).isZero();
      Ran check = tools.ara("schema check");

      assertThat(check.out()).doesNotContain("missing", "should", "there is no");
      assertThat(check.status()).isZero();
    }

    @Test
    void tablesAreCreatedUnderTheNamesOfTheirMappingsOnce() {
      Ran first = tools.ara("schema create");
      Ran second = tools.ara("schema create");

      assertThat(first.err()).isEmpty();
      assertThat(first.out()).contains("phones").containsPattern("extensions +created");
      assertThat(second.out()).containsPattern("phones +is there").doesNotContain("created");
      assertThat(first.status() + second.status()).isZero();
      assertThat(real.query("SELECT count(*) FROM pg_indexes WHERE tablename = 'phones'"))
          .isEqualTo("4");
      assertThat(first.out() + first.err()).doesNotContain("hidden-password");
    }

    @Test
    void whatATableLacksIsSaidAndMendedWithoutLosingAnything() {
      tools.ara("schema create");
      real.execute(
          """
          DROP INDEX phones_host_port;
          ALTER TABLE phones DROP COLUMN useragent, ALTER COLUMN secret TYPE varchar(5),
            ADD COLUMN ours text, ALTER COLUMN regseconds TYPE integer;
          INSERT INTO phones (name, secret, ours) VALUES ('bob', 'abc', 'kept')""");

      Ran check = tools.ara("schema check sippeers");
      assertThat(check.status()).isEqualTo(1);
      assertThat(check.out())
          .contains("column useragent is missing")
          .contains("ALTER TABLE phones ADD COLUMN useragent VARCHAR(255);")
          .contains("column secret is text of 5 and should hold text of 80")
          .contains("ALTER TABLE phones ALTER COLUMN regseconds TYPE BIGINT;")
          .contains("there is no index on host, port")
          .doesNotContain("extensions");
      Ran dry = tools.ara("schema migrate --dry-run sippeers");
      assertThat(dry.out()).contains("ALTER TABLE phones ADD COLUMN useragent");
      assertThat(tools.ara("schema check sippeers").status()).isEqualTo(1);

      assertThat(tools.ara("schema migrate").status()).isZero();

      assertThat(tools.ara("schema check").status()).isZero();
      assertThat(real.query("SELECT secret || ours FROM phones")).isEqualTo("abckept");
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
      tools.ara("schema create");
      real.execute(
          """
          ALTER TABLE extensions DROP CONSTRAINT extensions_context_exten_priority_key;
          ALTER TABLE phones DROP COLUMN useragent;
          INSERT INTO extensions (context, exten, priority) VALUES ('a', '1', 1), ('a', '1', 1)""");

      Ran failed = tools.ara("schema migrate");

      assertThat(failed.status()).isEqualTo(1);
      assertThat(failed.err()).contains("could not create unique index");
      assertThat(tools.ara("schema check").out()).contains("column useragent is missing");
    }

    @Test
    void triggersAreInstalledByTheWellKnownKeyAndRemoved() {
      tools.ara("schema create");

      Ran installed = tools.ara("schema notify");
      assertThat(installed.status()).isZero();
      assertThat(installed.out())
          .containsPattern("phones +tells of its changes, by name")
          .containsPattern("extensions +tells of its changes, by context")
          .containsPattern("queue_members +tells of its changes, by queue_name")
          .containsPattern("ps_endpoints +tells of its changes, by id");
      assertThat(tools.ara("schema notify").out())
          .containsPattern("phones +tells of its changes already, by name");
      assertThat(tools.ara("schema notify --key NAME,Host sippeers").out())
          .containsPattern("phones +tells of its changes, by name, host");
      assertThat(triggers()).isEqualTo("16");

      assertThat(tools.ara("schema notify --remove").status()).isZero();
      assertThat(triggers()).isEqualTo("0");
    }

    @Test
    void aTableThatIsNotWellKnownTellsByItsPrimaryKeyOrAsTold() {
      real.execute("CREATE TABLE colours (hue text, shade text, PRIMARY KEY (shade, hue))");
      real.execute("CREATE TABLE loose (hue text)");
      tools.file(
          "extconfig.conf",
          "[settings]",
          "colours => pgsql,general",
          "loose => pgsql,general,public.loose");

      assertThat(tools.ara("schema notify colours").out())
          .containsPattern("colours +tells of its changes, by shade, hue");
      Ran keyless = tools.ara("schema notify loose");
      assertThat(keyless.status()).isEqualTo(1);
      assertThat(keyless.out()).contains("has no key").contains("--key");
      assertThat(tools.ara("schema notify --key hue loose").status()).isZero();
      assertThat(tools.ara("schema notify --key shade loose").out())
          .contains("has no column shade");
    }

    private String triggers() {
      return String.valueOf(
          real.query("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'ara_tell%'"));
    }
  }

  @Test
  void mariadbTablesAreCreatedCheckedMendedAndToldOf() {
    MariaDatabase real = MariaServer.shared().createDatabase();
    String[] lines =
        Stream.concat(
                Stream.of("[settings]"),
                new WellKnownTables(Flavour.MYSQL)
                    .names().stream().map(t -> t + " => mysql,general"))
            .toArray(String[]::new);
    ToolHarness tools =
        new ToolHarness(home)
            .file(
                "res_config_mysql.conf",
                "[general]",
                "dbhost = 127.0.0.1",
                "dbport = " + real.server().port(),
                "dbname = " + real.name(),
                "dbuser = " + real.server().user(),
                "dbpass = " + real.server().password())
            .file("extconfig.conf", lines);

    assertThat(tools.ara("schema create").err()).isEmpty();
    Ran complete = tools.ara("schema check");
    assertThat(complete.out()).doesNotContain("missing", "should", "there is no");
    real.execute(
        "ALTER TABLE sippeers DROP COLUMN useragent, MODIFY COLUMN secret VARCHAR(5),"
            + " DROP INDEX sippeers_host_port");
    assertThat(tools.ara("schema check").out())
        .contains("column useragent is missing", "column secret is text of 5")
        .contains("ALTER TABLE sippeers MODIFY COLUMN secret VARCHAR(80);")
        .contains("there is no index on host, port");
    assertThat(tools.ara("schema migrate").status()).isZero();
    assertThat(tools.ara("schema check").status()).isZero();

    assertThat(tools.ara("schema notify sippeers").err()).isEmpty();
    assertThat(tools.ara("schema notify sippeers").out())
        .containsPattern("sippeers +tells of its changes already, by name");
    assertThat(tools.ara("schema notify --remove sippeers").status()).isZero();
    assertThat(
            real.query(
                "SELECT COUNT(*) FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA = DATABASE()"))
        .isEqualTo("0");
  }

  @Test
  void aDatabaseThatIsAwayIsSaidWithItsPlace() {
    ToolHarness tools =
        new ToolHarness(home)
            .file("res_pgsql.conf", "[general]", "port = 1", "password = hidden-password")
            .file("extconfig.conf", "[settings]", "sippeers => pgsql,general");

    Ran check = tools.ara("schema check");

    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("pgsql [general] (asterisk@127.0.0.1:1/asterisk)");
    assertThat(check.err()).contains("refused").doesNotContain("hidden-password");
  }

  @Test
  void sqliteTablesAreCreatedCheckedAndMended() throws SQLException {
    ToolHarness tools =
        new ToolHarness(home)
            .file("res_config_sqlite3.conf", "[ara]", "dbfile = ara.sqlite3")
            .file(
                "extconfig.conf",
                "[settings]",
                "sippeers => sqlite3,ara",
                "voicemail => sqlite3,ara");

    assertThat(tools.ara("schema check").out()).containsPattern("sippeers +is missing");
    assertThat(tools.ara("schema create").status()).isZero();
    assertThat(tools.ara("schema check").status()).isZero();
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("lib/ara.sqlite3"));
        Statement statement = other.createStatement()) {
      statement.execute("DROP INDEX sippeers_host_port");
      statement.execute("ALTER TABLE sippeers DROP COLUMN useragent");
    }
    assertThat(tools.ara("schema check").out())
        .contains("column useragent is missing", "there is no index on host, port");
    assertThat(tools.ara("schema migrate").status()).isZero();
    assertThat(tools.ara("schema check").status()).isZero();
    assertThat(tools.ara("schema notify").out()).contains("needs no triggers");
  }

  @Test
  void wrongArgumentsAreExplained() {
    ToolHarness tools = new ToolHarness(home).file("extconfig.conf", "[settings]");

    assertThat(tools.ara("schema").err()).contains("create, check, migrate or notify", "Usage:");
    assertThat(tools.ara("schema drop").status()).isEqualTo(2);
    assertThat(tools.ara("schema check --key name").err()).contains("belong to notify");
    Ran unmapped = tools.ara("schema create sippeers");
    assertThat(unmapped.status()).isEqualTo(1);
    assertThat(unmapped.err()).contains("sippeers is not mapped", "extconfig.conf");
  }
}
