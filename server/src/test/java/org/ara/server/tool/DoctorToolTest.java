package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.driver.sql.schema.Flavour;
import org.ara.server.tool.ToolHarness.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoctorToolTest {

  @TempDir private Path home;

  private ToolDatabase installed(Flavour flavour) {
    ToolDatabase database =
        ToolDatabase.of(flavour, home)
            .map("sippeers", "extensions", "queues", "queue_members", "voicemail")
            .create();
    database.tools().file("extensions.conf", "[in]", "switch => Realtime/@extensions");
    return database;
  }

  @ParameterizedTest
  @EnumSource
  void aSoundInstallationIsWell(Flavour flavour) {
    ToolDatabase database = installed(flavour);
    database.execute(
        "INSERT INTO sippeers (name, secret, context, mailbox) VALUES ('bob', 's3', 'in', '100')",
        "INSERT INTO voicemail (mailbox, password) VALUES ('100', '42')",
        "INSERT INTO extensions (context, exten, priority, app, appdata)"
            + " VALUES ('in', '_2XX', 1, 'Goto', 'in,s,1'), ('in', 's', 1, 'Goto', '${X},s,1')");

    Ran ran = database.ara("doctor");

    assertThat(ran.out()).endsWith("All is well.\n").doesNotContain("note:");
    assertThat(ran.status()).isZero();
  }

  @Test
  void mappingsThatLeadNowhereAreNamedWithTheirLines() {
    ToolDatabase database = installed(Flavour.POSTGRESQL);
    database
        .tools()
        .file(
            "extconfig.conf",
            "[settings]",
            "sippeers => pgsq1,general",
            "queues => sqlite3,nowhere",
            "extensions => pgsql,general",
            "extensions => pgsql,general,other");

    Ran ran = database.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("extconfig.conf:2: sippeers is mapped to driver 'pgsq1', which does not exist")
        .contains("use one of mysql, pgsql, sqlite3")
        .contains("extconfig.conf:3: queues is mapped to database 'nowhere'")
        .contains("replaces the mapping with the same priority")
        .contains("other: there is no such table")
        .contains("./ara schema create extensions");
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatCannotWorkAreNamedWithWhatMendsThem(Flavour flavour) {
    ToolDatabase database = installed(flavour);
    database.execute(
        "INSERT INTO sippeers (name, nat, insecure) VALUES ('o''hara', 'perhaps', 'port')",
        "INSERT INTO sippeers (name, secret, directmedia) VALUES ('bob', 'hidden-s3cret', 'yes')",
        "INSERT INTO queue_members (queue_name, interface) VALUES ('ghosts', 'SIP/bob')",
        "INSERT INTO voicemail (mailbox, password) VALUES ('100', '')",
        "INSERT INTO extensions (context, exten, priority, app) VALUES"
            + " ('in', '_NXX', 1, 'Answer'), ('in', '_[2-9]XX', 1, 'Hangup'),"
            + " ('in', '200', 2, 'Answer'), ('in', '300', 1, 'Answer'),"
            + " ('in', '300', 4, 'Hangup'), ('in', '_[1', 1, 'Answer')",
        flavour == Flavour.MYSQL
            ? "DROP INDEX sippeers_host_port ON sippeers"
            : "DROP INDEX sippeers_host_port");

    Ran ran = database.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("row name='o'hara' nat: 'perhaps' is not")
        .contains("row name='o'hara' has no password")
        .contains("WHERE name = 'o''hara';")
        .contains("mailbox '100' has no password")
        .contains("members of queue 'ghosts'")
        .contains("DELETE FROM queue_members WHERE queue_name = 'ghosts';")
        .contains("is the same extension as '_NXX'")
        .contains("extension '200' in context 'in' has no priority 1")
        .contains("extension '300' in context 'in' has no priority 2")
        .contains("extension '_[1' in context 'in'")
        .contains("there is no index on host, port")
        .contains("findings.")
        .doesNotContain("hidden-");
  }

  @ParameterizedTest
  @EnumSource
  void patternsThatAnotherHidesAreNamed(Flavour flavour) {
    ToolDatabase database = installed(flavour);
    database.execute(
        "INSERT INTO extensions (context, exten, priority, app) VALUES"
            + " ('in', '_9X', 1, 'Answer'), ('in', '_9X', 2, 'Hangup'), ('in', '_9X!', 1, 'Answer'),"
            + " ('in', '_112', 1, 'Answer'), ('in', '112', 1, 'Answer'),"
            + " ('in', '_1XX', 1, 'Answer'), ('in', '_X.', 1, 'Answer')");

    Ran ran = database.ara("doctor");

    assertThat(ran.out())
        .contains("extension '_9X' in context 'in': '_9X!' is tried first and matches all that")
        .contains("no call reaches priority 1\n")
        .contains("WHERE context = 'in' AND exten = '_9X' AND priority IN (1);")
        .contains("extension '_112' in context 'in': '112' is tried first")
        .contains("2 findings.");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNamedAndExistsNowhereIsSaid(Flavour flavour) {
    ToolDatabase database = installed(flavour);
    database
        .tools()
        .file("sip.conf", "[desk]", "context = nowhere", "mailbox = 200@shop")
        .file(
            "extensions.conf",
            "[in]",
            "switch => Realtime/@extensions",
            "switch => Realtime/empty@extensions",
            "switch => Realtime/@unmapped",
            "switch => Lua/x",
            "include => gone",
            "exten => 1,1,GotoIf($[1=1]?away,s,1:in,s,1)");
    database.execute(
        "INSERT INTO sippeers (name, secret, context, mailbox) VALUES ('a', 'x', 'lost', '100'),"
            + " ('b', 'x', 'lost', '101@default'), ('c', 'x', 'rows', '')",
        "INSERT INTO voicemail (mailbox, context, password) VALUES ('101', 'default', '1'),"
            + " ('300', 'shop', '1')",
        "INSERT INTO extensions (context, exten, priority, app, appdata) VALUES"
            + " ('in', '2', 1, 'Gosub', 'missing,s,1(a,b)'), ('rows', '2', 1, 'Answer', ''),"
            + " ('unasked', '2', 1, 'Answer', '')");

    Ran ran = database.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("sip.conf:2: [desk] context is 'nowhere': there is no such context")
        .contains("sip.conf:3: [desk] mailbox names the mailbox 200@shop: there is no such mailbox")
        .contains("row name='a' has the context 'lost' (and 1 more): there is no such context")
        .contains("UPDATE sippeers SET context = '...' WHERE context = 'lost';")
        .contains("'rows': that context has rows, but extensions.conf has no [rows]")
        .contains("row name='a' names the mailbox 100: there is no such mailbox")
        .contains("Gosub goes to the context 'missing'")
        .contains("UPDATE extensions SET appdata = '...' WHERE context = 'in' AND exten = '2' AND")
        .contains("extensions.conf:7: GotoIf goes to the context 'away'")
        .contains("includes 'gone', which is not a context")
        .contains("switch => Realtime/empty@extensions: extensions has no rows of the context")
        .contains("switch => Realtime/@unmapped: the family 'unmapped' is not mapped")
        .contains("[in] asks a switch 'Lua' that is not known")
        .contains("extensions has rows of the context 'unasked', which no switch asks for")
        .contains("switch => Realtime/@extensions")
        .contains("note: no phone shows the messages of 300@shop")
        .doesNotContain("101@default: there is");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void aCacheThatNothingTellsOfChangesIsNamedWithTheCommand(Flavour flavour) {
    ToolDatabase database = installed(flavour);
    database.tools().file("realtime.conf", "[sippeers]", "cache = feed");

    Ran missing = database.ara("doctor");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.out())
        .contains("sippeers has cache = feed, but its triggers are missing")
        .contains("      ./ara schema notify sippeers\n")
        .contains("1 finding.");

    database.ara("schema notify --key name,host sippeers");
    assertThat(database.ara("doctor").out()).contains("All is well.");
    String trigger =
        flavour == Flavour.MYSQL
            ? database
                .rows(
                    "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA = DATABASE() AND EVENT_MANIPULATION = 'DELETE'")
                .getFirst()
            : "ara_tell_delete ON sippeers";
    database.execute("DROP TRIGGER " + trigger);
    assertThat(database.ara("doctor").out()).contains("triggers are out of date or not complete");
  }

  @ParameterizedTest
  @EnumSource
  void filesThatAreMappedToTablesAreReadThere(Flavour flavour) {
    ToolDatabase database =
        ToolDatabase.of(flavour, home)
            .map("sippeers", "extensions.conf=ast_config", "global=others")
            .create();
    database.execute(
        "INSERT INTO sippeers (name, secret, context, mailbox) VALUES ('a', 'x', 'in', '100')",
        "INSERT INTO ast_config (filename, category, var_name, var_val)"
            + " VALUES ('extensions.conf', 'in', 'exten', '1,1,Goto(away,s,1)')",
        "INSERT INTO others (filename, category, var_name, var_val)"
            + " VALUES ('voicemail.conf', 'default', '100', '42')");

    assertThat(database.ara("doctor").out())
        .contains("Goto goes to the context 'away'", "1 finding.", "note: ", "no row of sip.conf")
        .doesNotContain("no such mailbox");
  }

  @Test
  void aDatabaseThatIsAwayIsOneFinding() {
    ToolDatabase database = installed(Flavour.POSTGRESQL);
    database
        .tools()
        .file("res_pgsql.conf", "[general]", "port = 1", "password = " + ToolDatabase.PASSWORD);

    Ran ran = database.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("refused", "1 finding.", "contexts and mailboxes were not compared")
        .doesNotContain("hidden-");
  }

  @Test
  void tablesOfMysqlThatLoseLettersCaseOrTransactionsAreSaid() {
    ToolDatabase database = ToolDatabase.of(Flavour.MYSQL, home).map("colours");
    database.execute(
        "CREATE TABLE colours (hue VARCHAR(20) PRIMARY KEY)"
            + " ENGINE=MyISAM DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci");

    assertThat(database.ara("doctor").out())
        .contains("column hue has the collation latin1_swedish_ci")
        .contains("ALTER TABLE colours CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;")
        .contains("the engine is MyISAM, which knows no transactions")
        .contains("ALTER TABLE colours ENGINE = InnoDB;")
        .contains("the collation is latin1_swedish_ci, whose character set lacks many letters");
  }
}
