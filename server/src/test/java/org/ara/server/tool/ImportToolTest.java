package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportToolTest {

  private static final String QUEUES =
      """
      ; queues of the shop
      [general]
      persistentmembers = yes\t; the default

      [base](!)
      strategy=rrmemory
      #include queues.d/*.inc
      [sales](base)
      timeout => 15 ;-- seconds --;
      """;

  private @TempDir Path home;
  private @TempDir Path directory;
  private @TempDir Path target;
  private ToolHarness harness;

  @BeforeEach
  void anInstallation() throws SQLException {
    harness =
        new ToolHarness(home)
            .file("res_config_sqlite3.conf", "[ara]", "dbfile => ara.sqlite3")
            .file(
                "extconfig.conf",
                "[settings]",
                "queues.conf => sqlite3,ara,ast_config",
                "sippeers => sqlite3,ara",
                "voicemail => sqlite3,ara",
                "extensions => sqlite3,ara");
    for (String statement : new WellKnownTables(Flavour.SQLITE).all()) {
      sql(statement);
    }
  }

  @Test
  void aFileBecomesTheRowsThatItAmountsTo() throws Exception {
    file("queues.conf", QUEUES);
    file("queues.d/a.inc", "weight = 3\n");
    assertThat(harness.ara("import " + directory).status()).isZero();
    assertThat(
            sql(
                "SELECT category, var_name, var_val FROM ast_config WHERE commented = 0"
                    + " ORDER BY cat_metric DESC, var_metric"))
        .containsExactly(
            "general|persistentmembers|yes",
            "sales|strategy|rrmemory",
            "sales|weight|3",
            "sales|timeout|15");
  }

  @Test
  void importAndExportGiveEveryByteBack() throws Exception {
    byte[] odd = "[x]\r\na = b  \r\n; \u00fc\n;caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    file("queues.conf", QUEUES);
    Files.createDirectories(directory.resolve("queues.d"));
    Files.write(directory.resolve("queues.d/a.inc"), odd);
    assertThat(harness.ara("import " + directory).status()).isZero();
    assertThat(harness.ara("import --export " + target).status()).isZero();
    assertThat(target.resolve("queues.conf")).hasContent(QUEUES);
    assertThat(Files.readAllBytes(target.resolve("queues.d/a.inc"))).isEqualTo(odd);
  }

  @Test
  void rowsThatWereChangedAreExportedAsTheyAre() throws Exception {
    file("queues.conf", "[sales]\ntimeout = 15 ; seconds\n");
    harness.ara("import " + directory);
    sql("UPDATE ast_config SET var_val = '20;x' WHERE commented = 0");
    ToolHarness.Ran ran = harness.ara("import --export " + target);
    assertThat(target.resolve("queues.conf")).hasContent("[sales]\ntimeout = 20\\;x\n");
    assertThat(ran.err()).contains("queues.conf: rows were changed since it was imported");
  }

  @Test
  void importingAgainReplacesTheRows() throws Exception {
    file("queues.conf", "[sales]\na = 1\nb = 2\n");
    harness.ara("import " + directory);
    file("queues.conf", "[sales]\nb = 2\n");
    harness.ara("import " + directory);
    assertThat(sql("SELECT var_name FROM ast_config WHERE commented = 0")).containsExactly("b");
  }

  @Test
  void aDryRunShowsTheDifferenceAndChangesNothing() throws Exception {
    file("queues.conf", "[sales]\na = 1\nb = 2\n");
    harness.ara("import " + directory);
    file("queues.conf", "[sales]\na = 1\nsecret = 3\n");
    file("sip.conf", "[alice]\ntype = friend\n");
    ToolHarness.Ran ran = harness.ara("import --dry-run " + directory);
    assertThat(ran.out())
        .contains("+ filename=queues.conf, category=sales, var_name=secret, var_val=<hidden>\n")
        .contains("- ")
        .contains("var_name=b")
        .contains("+ name=alice, type=friend\n")
        .contains("queues.conf: would be in sqlite3 [ara]")
        .doesNotContain("var_name=a,");
    assertThat(sql("SELECT var_name FROM ast_config WHERE commented = 0"))
        .containsExactly("a", "b");
    assertThat(sql("SELECT name FROM sippeers")).isEmpty();
  }

  @Test
  void peersBecomeRowsAndKeepTheirRegistration() throws Exception {
    file(
        "sip.conf",
        """
        [general]
        udpbindaddr = 0.0.0.0
        [phone](!)
        context = inside
        allow = ulaw
        [alice](phone)
        secret = a\\;b
        allow = alaw
        context = outside
        """);
    ToolHarness.Ran ran = harness.ara("import " + directory);
    assertThat(ran.err()).contains("sip.conf:1: [general] stays in the file");
    sql("UPDATE sippeers SET ipaddr = '192.0.2.1', context = 'other'");
    assertThat(harness.ara("import " + directory).out())
        .contains("0 rows added, 1 changed, 0 the same, 0 removed");
    assertThat(sql("SELECT name, context, allow, secret, ipaddr FROM sippeers"))
        .containsExactly("alice|outside|ulaw;alaw|a^3Bb|192.0.2.1");
  }

  @Test
  void mailboxesAndStepsBecomeRows() throws Exception {
    file("voicemail.conf", "[default]\n100 => 42,Alice,a@example.org,,attach=yes|tz=eu\n");
    file(
        "extensions.conf",
        "[phones]\nexten => _6XX,1,Answer()\n same => n(loop),Dial(SIP/a,20)\n"
            + "exten => 700,hint,SIP/a\n");
    ToolHarness.Ran ran = harness.ara("import " + directory);
    assertThat(ran.err())
        .contains("extensions.conf:3: label 'loop' is lost; write priority 2")
        .contains("extensions.conf:4: a hint stays in the file");
    assertThat(sql("SELECT mailbox, context, password, fullname, email, attach, tz FROM voicemail"))
        .containsExactly("100|default|42|Alice|a@example.org|yes|eu");
    assertThat(sql("SELECT exten, priority, app, appdata FROM extensions ORDER BY priority"))
        .containsExactly("_6XX|1|Answer|", "_6XX|2|Dial|SIP/a,20");
  }

  @Test
  void aLineWithoutAColumnIsNamedAndNothingOfItsFileIsWritten() throws Exception {
    file("sip.conf", "[alice]\ntype = friend\n[bob]\nshoesize = 44\n");
    ToolHarness.Ran ran = harness.ara("import " + directory);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("sip.conf:3: table sippeers has no column 'shoesize'; add it,")
        .contains("sip.conf: nothing of it was written");
    assertThat(sql("SELECT name FROM sippeers")).isEmpty();
    assertThat(harness.ara("import --leave-out " + directory).status()).isZero();
    assertThat(sql("SELECT name FROM sippeers ORDER BY name")).containsExactly("alice", "bob");
  }

  @Test
  void anInvalidFileIsNamedAndItsRowsStay() throws Exception {
    file("queues.conf", "[sales]\na = 1\n");
    harness.ara("import " + directory);
    file("queues.conf", "[sales](nothing)\na = 2\n");
    ToolHarness.Ran ran = harness.ara("import " + directory);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("queues.conf:1: ");
    assertThat(sql("SELECT var_val FROM ast_config WHERE commented = 0")).containsExactly("1");
  }

  @Test
  void filesThatNothingIsMappedForStayFiles() throws Exception {
    file("iax.conf", "[a]\n");
    ToolHarness.Ran ran = harness.ara("import " + directory);
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).contains("iax.conf: stays a file: extconfig.conf maps none of");
  }

  @Test
  void wrongInputsAreEachOneMessage() throws Exception {
    Path nowhere = directory.resolve("nowhere");
    assertThat(harness.ara("import " + nowhere).err())
        .isEqualTo(
            "ara import: "
                + nowhere
                + " is not a directory; name the one that holds the .conf files, then the files if"
                + " not all are meant\n");
    ToolHarness.Ran noFile = harness.ara("import " + directory + " sip.conf");
    assertThat(noFile.status()).isEqualTo(1);
    assertThat(noFile.err()).contains("sip.conf: ", "there is no such file in " + directory);
    file("voicemail.conf", "[default]\n100 => 1\n");
    sql("DROP TABLE voicemail");
    ToolHarness.Ran noTable = harness.ara("import " + directory);
    assertThat(noTable.status()).isEqualTo(1);
    assertThat(noTable.err())
        .contains("there is no table voicemail; './ara schema create' creates", "nothing of it");
    ToolHarness.Ran unmapped = harness.ara("import --export " + target + " iax.conf");
    assertThat(unmapped.status()).isEqualTo(1);
    assertThat(unmapped.err()).contains("iax.conf: there are no rows of it", "iaxpeers");
    assertThat(harness.ara("import --upward " + directory).status()).isEqualTo(2);
  }

  @Test
  void rowsOfOneNameInOneFileAreOneRow() throws Exception {
    file("sip.conf", "[alice]\ncontext = a\n[bob]\n[alice]\ncontext = b\n");
    assertThat(harness.ara("import " + directory).out()).contains("2 rows added, 1 changed");
    assertThat(sql("SELECT name, context FROM sippeers ORDER BY name"))
        .containsExactly("alice|b", "bob|null");
  }

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs a statement on a connection of its own; what it finds, columns separated by bars. */
  private List<String> sql(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("lib/ara.sqlite3"));
        Statement statement = database.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet found = statement.getResultSet();
        while (found.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(found.getString(i)));
          }
          rows.add(String.join("|", values));
        }
      }
    }
    return rows;
  }
}
