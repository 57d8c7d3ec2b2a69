package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.driver.sql.ModuleHarness;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MysqlModuleTest {

  private static final List<String> PHONES =
      List.of(
          "CREATE TABLE phones (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) NOT NULL,"
              + " port INTEGER)",
          "INSERT INTO phones (name) VALUES ('bob')");

  @TempDir private Path directory;
  private final MariaDatabase real = MariaServer.shared().createDatabase(PHONES);
  private ModuleHarness server;

  @BeforeEach
  void configure() {
    server =
        new ModuleHarness(directory, new MysqlModule())
            .file("extconfig.conf", "[settings]", "phones => mysql,asterisk,phones");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aMappingUsesTheSectionItNames() throws Exception {
    server.file("res_config_mysql.conf", section("asterisk", real)).load();

    assertThat(server.realtime().find("phones", "name", "bob")).isInstanceOf(Lookup.Found.class);
    assertThat(server.problems()).isEmpty();
  }

  @Test
  void theOlderFileIsReadWhereTheNewerOneIsMissing() throws Exception {
    server.file("res_mysql.conf", section("asterisk", real)).load();

    assertThat(server.realtime().find("phones", "name", "bob")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void aMappingOfTwoSectionsReadsTheFirstAndChangesTheSecond() throws Exception {
    MariaDatabase replica = MariaServer.shared().createDatabase(PHONES);
    replica.execute("UPDATE phones SET port = 1");
    server
        .file("extconfig.conf", "[settings]", "phones => mysql,replica/primary,phones")
        .file(
            "res_config_mysql.conf",
            String.join("\n", section("replica", replica)),
            String.join("\n", section("primary", real)))
        .load();

    Change change =
        server
            .realtime()
            .update(
                "phones", List.of(Condition.equal("name", "bob")), List.of(new Field("port", "2")));

    assertThat(change).isEqualTo(new Change.Done(1));
    assertThat(real.query("SELECT port FROM phones")).isEqualTo("2");
    assertThat(
            server.realtime().find("phones", "name", "bob").map(row -> row.text("port").orElse("")))
        .isEqualTo(new Lookup.Found<>("1"));
  }

  @Test
  void aSectionThatIsNotThereIsNamedWithItsFile() throws Exception {
    server
        .file("extconfig.conf", "[settings]", "phones => mysql,replica/primary,phones")
        .file("res_config_mysql.conf", section("primary", real))
        .load();

    assertThat(server.realtime().find("phones", "name", "bob"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            answer ->
                assertThat(((Lookup.Unavailable<?>) answer).outage())
                    .extracting(Outage::message)
                    .asString()
                    .contains("res_config_mysql.conf has no section [replica]"));
  }

  @Test
  void aSectionWhoseNameHoldsASlashIsIgnoredWithAWarning() throws Exception {
    server.file("res_config_mysql.conf", section("a/b", real)).load();

    assertThat(server.problems()).singleElement().asString().contains("[a/b]", "'/'");
  }

  @Test
  void theStatusSaysWhereAndSinceWhen() throws Exception {
    server.file("res_config_mysql.conf", section("asterisk", real)).load();

    assertThat(server.run("realtime mysql status").getFirst())
        .matches(
            "asterisk connected to "
                + real.name()
                + "@127\\.0\\.0\\.1, port "
                + real.server().port()
                + " with username ara for .*\\.");
  }

  @Test
  void theStatusOfAServerThatIsAwayIsAFailure() throws Exception {
    server
        .file(
            "res_config_mysql.conf", "[asterisk]", "dbhost = 127.0.0.1", "dbport = 1", "dbname = x")
        .load();

    assertThat(server.run("realtime mysql status"))
        .containsExactly(
            "asterisk configured for x@127.0.0.1, port 1 with username asterisk, and not connected.",
            "FAILURE");
  }

  @Test
  void theCacheShowsTheTablesUsedAndTheirColumns() throws Exception {
    server.file("res_config_mysql.conf", section("asterisk", real)).load();
    assertThat(server.run("realtime mysql cache")).containsExactly("SUCCESS");
    server.realtime().find("phones", "name", "bob");

    assertThat(server.run("realtime mysql cache")).containsExactly("asterisk phones", "SUCCESS");
    assertThat(server.run("realtime mysql cache asterisk")).containsExactly("phones", "SUCCESS");
    assertThat(server.run("realtime mysql cache asterisk phones"))
        .containsExactly(
            "Columns for Table Cache 'phones':",
            "Name                 Type                 Len",
            "id                   int                    4",
            "name                 varchar               40",
            "port                 int                    4",
            "SUCCESS");
    assertThat(server.run("realtime mysql cache nosuch")).endsWith("FAILURE");
    assertThat(server.run("realtime mysql cache asterisk nosuch")).endsWith("FAILURE");
  }

  private static String[] section(String name, MariaDatabase database) {
    return new String[] {
      "[" + name + "]",
      "dbhost = 127.0.0.1",
      "dbport = " + database.server().port(),
      "dbname = " + database.name(),
      "dbuser = " + database.server().user(),
      "dbpass = " + database.server().password()
    };
  }
}
