package org.ara.driver.sql.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ara.driver.sql.ModuleHarness;
import org.ara.realtime.Change;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteModuleTest {

  @TempDir private Path directory;
  private ModuleHarness server;

  @BeforeEach
  void configure() {
    server =
        new ModuleHarness(directory, new SqliteModule())
            .file(
                "extconfig.conf",
                "[settings]",
                "phones => sqlite3,ara,phones",
                "others => sqlite3,other,phones")
            .file("res_config_sqlite3.conf", "[ara]", "dbfile = ara.sqlite3");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aFamilyIsServedFromTheFileOfItsSection() throws Exception {
    server.load();
    createPhones("ara.sqlite3");

    assertThat(server.realtime().store("phones", List.of(new Field("name", "a;b"))))
        .isEqualTo(new Change.Done(1));

    assertThat(server.realtime().find("phones", "name", "a;b")).isInstanceOf(Lookup.Found.class);
    assertThat(server.run("realtime show sqlite3 status"))
        .containsExactly("ara: " + directory.resolve("ara.sqlite3") + ", 1 tables", "SUCCESS");
  }

  @Test
  void aMappingToASectionThatIsNotThereIsSaidUntilAReloadBringsIt() throws Exception {
    server.load();
    assertThat(server.realtime().find("others", "name", "x"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            answer ->
                assertThat(answer.outage().message())
                    .contains("res_config_sqlite3.conf has no section [other]"));

    server.file(
        "res_config_sqlite3.conf",
        "[ara]",
        "dbfile = ara.sqlite3",
        "[other]",
        "dbfile = other.sqlite3");
    server.reload();
    createPhones("other.sqlite3");

    assertThat(server.realtime().find("others", "name", "x")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void aSectionThatAReloadTakesAwayIsNoLongerServed() throws Exception {
    server.load();
    createPhones("ara.sqlite3");
    assertThat(server.realtime().find("phones", "name", "x")).isInstanceOf(Lookup.Absent.class);

    server.file("res_config_sqlite3.conf", "");
    server.reload();

    assertThat(server.realtime().find("phones", "name", "x"))
        .isInstanceOf(Lookup.Unavailable.class);
    assertThat(server.run("realtime show sqlite3 status")).endsWith("SUCCESS");
  }

  @Test
  void unknownOptionsAndSectionsWithoutAFileAreNamed() throws Exception {
    server
        .file(
            "res_config_sqlite3.conf",
            "[general]",
            "anything = goes",
            "[ara]",
            "dbfile = ara.sqlite3",
            "busytimeout = 5",
            "batch = 100",
            "requirements = createall",
            "[empty]",
            "debug = no")
        .load();

    assertThat(server.problems()).hasSize(4);
    assertThat(server.problems().get(0)).contains("busytimeout", "busy_timeout");
    assertThat(server.problems().get(1)).contains("batch");
    assertThat(server.problems().get(2)).contains("createall", "warn, createclose, createchar");
    assertThat(server.problems().get(3)).contains("[empty]", "dbfile");
  }

  @Test
  void theStatusOfAFileThatCannotBeReadIsAFailure() throws Exception {
    server.file("res_config_sqlite3.conf", "[ara]", "dbfile = /no/such/directory/x").load();

    assertThat(server.run("realtime show sqlite3 status")).endsWith("FAILURE");
    assertThat(server.realtime().find("phones", "name", "x"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            answer -> assertThat(answer.outage().kind()).isEqualTo(Outage.Kind.UNREACHABLE));
  }

  @Test
  void withoutItsFileTheModuleRunsAndHasNoDatabases() throws Exception {
    java.nio.file.Files.delete(directory.resolve("res_config_sqlite3.conf"));
    server.load();

    assertThat(server.run("realtime show sqlite3 status"))
        .containsExactly("No databases in res_config_sqlite3.conf.", "SUCCESS");
  }

  private void createPhones(String file) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE phones (name TEXT)");
    }
  }
}
