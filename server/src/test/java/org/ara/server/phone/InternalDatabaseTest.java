package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.ara.server.Answer;
import org.ara.server.AraServer;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The internal database, from the console and from the dialplan. */
class InternalDatabaseTest {

  @TempDir Path home;

  @Test
  void anOperatorLooksAtItAndChangesIt() throws Exception {
    try (TestServer server = TestServer.onSqlite(home)) {
      assertFails(server.execute("database get cidname 100"), "Database entry not found.\n");
      assertThat(server.execute("database put cidname 100 \"Alice Liddell\"").text())
          .isEqualTo("Updated database successfully\n");
      server.execute("database put cidname 200 Bob");
      server.execute("database put cidname/old 100 Carol");
      server.execute("database put cidname2 100 Dave");

      assertThat(server.execute("database get cidname 100").text())
          .isEqualTo("Value: Alice Liddell\n");
      assertThat(server.execute("database show cidname").text())
          .isEqualTo(
              """
              /cidname/100                                      : Alice Liddell           \s
              /cidname/200                                      : Bob                     \s
              /cidname/old/100                                  : Carol                   \s
              3 results found.
              """);
      assertThat(server.execute("database show cidname old").text()).endsWith("1 results found.\n");
      assertThat(server.execute("database showkey 100").text()).endsWith("3 results found.\n");
      assertThat(server.execute("database show").text()).endsWith("4 results found.\n");

      assertThat(server.execute("database del cidname 200").succeeded()).isTrue();
      assertFails(server.execute("database del cidname 200"), "Database entry does not exist.\n");
      assertThat(server.execute("database deltree cidname").text())
          .isEqualTo("2 database entries removed.\n");
      assertThat(server.execute("database show").text()).endsWith("1 results found.\n");
      assertThat(server.execute("database put a").succeeded()).isFalse();
      assertThat(server.execute("database put \"\" k v").text())
          .startsWith("Database unavailable: a family and a key are needed");
    }
  }

  @Test
  void theDialplanReadsAndWritesItAndItOutlivesTheServer() throws Exception {
    try (TestServer server = TestServer.onSqlite(home);
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "secret", server.sip()))) {
      server.insertPhone("alice", "secret");
      server.insertStep("500", 1, "Set", "DB(seen/${CALLERID(num)}/last)=${EXTEN}");
      server.insertStep("500", 2, "Set", "DB(seen/twice)=${DB_EXISTS(seen/nobody)}");
      server.insertStep("500", 3, "Set", "DB(gone)=no");
      server.insertStep("500", 4, "Set", "DB(log/keys)=${DB_KEYS(seen)}:${DB(seen/twice)}");
      server.insertStep("500", 5, "Set", "DB(log/deleted)=${DB_DELETE(seen/twice)}${DB_RESULT}");
      server.insertStep("500", 6, "Hangup", "17");
      assertThat(alice.register().accepted()).isTrue();

      assertThat(alice.call("500").awaitOutcome().status()).isEqualTo(486);
    }
    try (AraServer again = AraServer.start(home.resolve("etc/asterisk.conf"))) {
      assertThat(again.execute("database get seen alice/last").text()).isEqualTo("Value: 500\n");
      assertThat(again.execute("database get log keys").text()).isEqualTo("Value: alice,twice:0\n");
      assertThat(again.execute("database get log deleted").text()).isEqualTo("Value: 00\n");
      assertThat(again.execute("database get seen twice").succeeded()).isFalse();
    }
  }

  @Test
  void aFileOfAsteriskIsUsedAsItIs() throws Exception {
    Path file = Files.createDirectories(home.resolve("lib")).resolve("astdb.sqlite3");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE astdb(key VARCHAR(256), value VARCHAR(256), PRIMARY KEY(key))");
      statement.execute("INSERT INTO astdb VALUES ('/CFIM/100', '0123')");
    }
    try (TestServer server = TestServer.onSqlite(home)) {
      assertThat(server.execute("database get CFIM 100").text()).isEqualTo("Value: 0123\n");
    }
  }

  @Test
  void aFileThatCannotBeUsedIsNamedAndTheRestRuns() throws Exception {
    Path file = Files.createDirectories(home.resolve("lib")).resolve("astdb.sqlite3");
    Files.writeString(file, "this is not a database, but it is long enough to be read as one");
    try (TestServer server = TestServer.onSqlite(home);
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "secret", server.sip()))) {
      server.insertPhone("alice", "secret");
      assertThat(server.server().failures())
          .anySatisfy(
              failure -> {
                assertThat(failure.module()).startsWith("astdb");
                assertThat(failure.reason()).contains("astdb.sqlite3");
              });
      assertThat(server.execute("core show uptime").succeeded()).isTrue();
      assertThat(alice.register().accepted()).isTrue();
    }
  }

  private static void assertFails(Answer answer, String text) {
    assertThat(answer.text()).startsWith(text);
    assertThat(answer.succeeded()).isFalse();
  }
}
