package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.ara.driver.sql.schema.Flavour;
import org.ara.server.tool.ToolHarness.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaToolTest {

  @TempDir private Path home;

  @Nested
  class OnPostgresql {

    private ToolDatabase real;
    private ToolHarness tools;

    @BeforeEach
    void install() {
      real =
          ToolDatabase.of(Flavour.POSTGRESQL, home)
              .map("sippeers=phones", "extensions", "queue_members", "ps_endpoints");
      tools = real.tools();
    }

    @Test
    void tablesAreCreatedUnderTheNamesOfTheirMappingsOnce() {
      Ran first = tools.ara("schema create");
      Ran second = tools.ara("schema create");

      assertThat(first.err()).isEmpty();
      assertThat(first.out()).contains("phones").containsPattern("extensions +created");
      assertThat(second.out()).containsPattern("phones +is there").doesNotContain("created");
      assertThat(first.status() + second.status()).isZero();
      assertThat(real.rows("SELECT count(*) FROM pg_indexes WHERE tablename = 'phones'"))
          .containsExactly("4");
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
      assertThat(real.rows("SELECT secret || ours FROM phones")).containsExactly("abckept");
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
      return real.rows("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'ara_tell%'").getFirst();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWellKnownTableIsCreatedAndThenLacksNothing(Flavour flavour) {
    ToolDatabase real = ToolDatabase.of(flavour, home).mapAll();

    assertThat(real.ara("schema check").out()).containsPattern("sippeers +is missing");
    assertThat(real.ara("schema create").err()).isEmpty();
    Ran check = real.ara("schema check");

    assertThat(check.out()).doesNotContain("missing", "should", "there is no");
    assertThat(check.status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void columnsAndIndexesThatAreMissingAreAdded(Flavour flavour) {
    ToolDatabase real = ToolDatabase.of(flavour, home).map("sippeers").create();
    real.execute(
        "ALTER TABLE sippeers DROP COLUMN useragent",
        flavour == Flavour.MYSQL
            ? "DROP INDEX sippeers_host_port ON sippeers"
            : "DROP INDEX sippeers_host_port");

    assertThat(real.ara("schema check").out())
        .contains("column useragent is missing", "there is no index on host, port");
    assertThat(real.ara("schema migrate").status()).isZero();
    assertThat(real.ara("schema check").status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aGeneratedKeyThatIsMissingIsAddedAndEverythingElseStays(Flavour flavour) {
    ToolDatabase real =
        ToolDatabase.of(flavour, home).map("voicemail=boxes", "ast_config.conf=ast_config");
    real.execute(
        "CREATE TABLE boxes (mailbox VARCHAR(80) NOT NULL, -- a comment, with (commas)\n"
            + "context VARCHAR(80) NOT NULL DEFAULT 'a,b', password VARCHAR(80), note INTEGER,"
            + " PRIMARY KEY (mailbox, context))",
        "CREATE INDEX our_notes ON boxes (note)",
        "CREATE TABLE ast_config (cat_metric INTEGER, var_metric INTEGER, commented INTEGER,"
            + " filename VARCHAR(128), category VARCHAR(128), var_name VARCHAR(128), var_val TEXT)",
        "CREATE TABLE seen (what VARCHAR(80))",
        "INSERT INTO boxes (mailbox, password, note) VALUES ('100', 'x', 7), ('200', 'y', 8)",
        "INSERT INTO ast_config (filename) VALUES ('a'), ('b')");
    if (flavour == Flavour.SQLITE) {
      real.execute(
          "CREATE VIEW passwords AS SELECT mailbox, password FROM boxes",
          "CREATE TRIGGER told AFTER UPDATE ON boxes BEGIN"
              + " INSERT INTO seen VALUES (new.mailbox); INSERT INTO seen VALUES ('-'); END");
    }

    Ran check = real.ara("schema check");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out())
        .contains("the generated key uniqueid is missing", "the generated key id is missing");
    assertThat(real.ara("schema migrate --dry-run").status()).isZero();
    assertThat(real.rows("SELECT * FROM boxes").getFirst()).isEqualTo("100|a,b|x|7");

    Ran migrated = real.ara("schema migrate");

    assertThat(migrated.err()).isEmpty();
    assertThat(migrated.status()).isZero();
    assertThat(real.ara("schema check").status()).isZero();
    real.execute("INSERT INTO boxes (mailbox, password) VALUES ('300', 'z')");
    assertThat(real.rows("SELECT uniqueid, mailbox, context, password, note FROM boxes ORDER BY 1"))
        .containsExactly("1|100|a,b|x|7", "2|200|a,b|y|8", "3|300|a,b|z|null");
    assertThat(real.rows("SELECT COUNT(DISTINCT id) FROM ast_config")).containsExactly("2");
    assertThatThrownBy(() -> real.execute("INSERT INTO boxes (mailbox) VALUES ('100')"))
        .isInstanceOf(IllegalStateException.class);
    if (flavour == Flavour.SQLITE) {
      real.execute("UPDATE boxes SET note = 9 WHERE mailbox = '200'");
      assertThat(real.rows("SELECT what FROM seen")).containsExactly("200", "-");
      assertThat(real.rows("SELECT mailbox FROM passwords")).hasSize(3);
      assertThat(real.rows("SELECT name FROM sqlite_master WHERE name = 'our_notes'")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatIsNoKeyBecomesOneAndNumbersRowsWithoutIt(Flavour flavour) {
    ToolDatabase real = ToolDatabase.of(flavour, home).map("files.conf=ast_config");
    real.execute(
        "CREATE TABLE ast_config (id INTEGER, cat_metric INTEGER, var_metric INTEGER,"
            + " commented INTEGER, filename VARCHAR(128), category VARCHAR(128),"
            + " var_name VARCHAR(128), var_val TEXT)",
        "INSERT INTO ast_config (id, filename) VALUES (5, 'five'), (NULL, 'none')");

    assertThat(real.ara("schema check").out())
        .contains("there is no key: column id does not number the rows");
    Ran migrated = real.ara("schema migrate");

    assertThat(migrated.err()).isEmpty();
    assertThat(real.ara("schema check").status()).isZero();
    real.execute("INSERT INTO ast_config (filename, var_val) VALUES ('next', '')");
    assertThat(real.rows("SELECT filename FROM ast_config ORDER BY id"))
        .containsExactly("five", "none", "next");
    assertThat(real.rows("SELECT id FROM ast_config WHERE filename = 'five'")).containsExactly("5");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void aKeyThatCannotBeMadeChangesNothing(Flavour flavour) {
    ToolDatabase real = ToolDatabase.of(flavour, home).map("files.conf=ast_config");
    real.execute(
        "CREATE TABLE ast_config (id INTEGER, cat_metric INTEGER, var_metric INTEGER,"
            + " commented INTEGER, filename VARCHAR(128), category VARCHAR(128),"
            + " var_name VARCHAR(128), var_val TEXT)",
        "INSERT INTO ast_config (id, filename) VALUES (5, 'five'), (5, 'too')");

    Ran migrated = real.ara("schema migrate");

    assertThat(migrated.status()).isEqualTo(1);
    assertThat(migrated.err()).isNotEmpty();
    assertThat(real.rows("SELECT id, filename FROM ast_config ORDER BY filename"))
        .containsExactly("5|five", "5|too");
  }

  @Test
  void mariadbTablesAreWidenedAndToldOf() {
    ToolDatabase real = ToolDatabase.of(Flavour.MYSQL, home).map("sippeers").create();
    real.execute("ALTER TABLE sippeers MODIFY COLUMN secret VARCHAR(5)");
    assertThat(real.ara("schema check").out())
        .contains("column secret is text of 5")
        .contains("ALTER TABLE sippeers MODIFY COLUMN secret VARCHAR(80);");
    assertThat(real.ara("schema migrate").status()).isZero();
    assertThat(real.ara("schema check").status()).isZero();

    assertThat(real.ara("schema notify sippeers").err()).isEmpty();
    assertThat(real.ara("schema notify sippeers").out())
        .containsPattern("sippeers +tells of its changes already, by name");
    assertThat(real.ara("schema notify --remove sippeers").status()).isZero();
    assertThat(
            real.rows(
                "SELECT COUNT(*) FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA = DATABASE()"))
        .containsExactly("0");
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
  void sqliteNeedsNoTriggers() {
    ToolDatabase real = ToolDatabase.of(Flavour.SQLITE, home).map("sippeers").create();

    assertThat(real.ara("schema notify").out()).contains("needs no triggers");
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
