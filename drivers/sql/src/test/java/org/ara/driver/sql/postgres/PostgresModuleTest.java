package org.ara.driver.sql.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ara.driver.sql.ModuleHarness;
import org.ara.driver.sql.server.Elapsed;
import org.ara.realtime.Lookup;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresModuleTest {

  @TempDir private Path directory;
  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared()
          .createDatabase(
              List.of(
                  "CREATE TABLE phones (id serial, name varchar(40) NOT NULL,"
                      + " \"a-column-with-a-very-long-name\" text, port integer)",
                  "INSERT INTO phones (name) VALUES ('bob')"));
  private ModuleHarness server;

  @BeforeEach
  void configure() {
    server =
        new ModuleHarness(directory, new PostgresModule())
            .file("extconfig.conf", "[settings]", "phones => pgsql,whatever,phones");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theOlderNamesOfTheOptionsConnectToo() throws Exception {
    server
        .file(
            "res_pgsql.conf",
            "[general]",
            "dbhost = 127.0.0.1",
            "dbport = " + real.server().port(),
            "dbname = " + real.name(),
            "dbuser = postgres",
            "dbpass = hidden")
        .load();

    assertThat(server.realtime().find("phones", "name", "bob")).isInstanceOf(Lookup.Found.class);
    assertThat(server.problems()).isEmpty();
  }

  @Test
  void theStatusSaysWhereAndSinceWhen() throws Exception {
    connected();

    assertThat(server.run("realtime show pgsql status").getFirst())
        .matches(
            "Connected to "
                + real.name()
                + "@127\\.0\\.0\\.1, port "
                + real.server().port()
                + " with username postgres for \\d+ seconds?");
  }

  @Test
  void theStatusOfAServerThatIsAwayIsAFailure() throws Exception {
    server
        .file("res_pgsql.conf", "[general]", "hostname = 127.0.0.1", "port = 1", "dbname = x")
        .load();

    assertThat(server.run("realtime show pgsql status"))
        .containsExactly("Unable to connect x@127.0.0.1, port 1 with username asterisk", "FAILURE");
  }

  @Test
  void theCacheShowsTheTablesUsedAndTheirColumns() throws Exception {
    connected();
    assertThat(server.run("realtime show pgsql cache")).containsExactly("SUCCESS");
    server.realtime().find("phones", "name", "bob");

    assertThat(server.run("realtime show pgsql cache")).containsExactly("phones", "SUCCESS");
    assertThat(server.run("realtime show pgsql cache phones"))
        .containsExactly(
            "Columns for Table Cache 'phones':",
            "Name                 Type                 Len Nullable",
            "id                   int4                   4 NOT NULL",
            "name                 varchar               40 NOT NULL",
            "a-column-with-a-very text                   0         ",
            "port                 int4                   4         ",
            "SUCCESS");
    assertThat(server.run("realtime show pgsql cache nosuch")).endsWith("FAILURE");
  }

  @Test
  void aSectionNamedLikeTheDatabaseOfAMappingIsUsedForIt() throws Exception {
    server
        .file(
            "res_pgsql.conf",
            "[general]",
            "port = 1",
            "[whatever]",
            "port = " + real.server().port(),
            "dbname = " + real.name(),
            "user = postgres")
        .load();

    assertThat(server.realtime().find("phones", "name", "bob")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void aReloadKeepsTheConnectionsOfWhatDidNotChange() throws Exception {
    connected();
    server.realtime().find("phones", "name", "bob");
    List<String> before = backends();

    server.reload();
    server.realtime().find("phones", "name", "bob");

    assertThat(before).isNotEmpty();
    assertThat(backends()).containsAll(before);
  }

  @Test
  void timeSpansAreSaidInWords() {
    assertThat(Elapsed.inWords(Duration.ZERO)).isEqualTo("0 seconds");
    assertThat(Elapsed.inWords(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(Elapsed.inWords(Duration.ofSeconds(3_600 + 125)))
        .isEqualTo("1 hour, 2 minutes, 5 seconds");
    assertThat(Elapsed.inWords(Duration.ofDays(8))).isEqualTo("1 week, 1 day");
  }

  /** The server's processes for our connections. */
  private List<String> backends() {
    String pids =
        real.query(
            "SELECT string_agg(pid::text, ',') FROM pg_stat_activity"
                + " WHERE datname = ? AND application_name = 'kept'",
            real.name());
    return List.of(String.valueOf(pids).split(","));
  }

  private void connected() throws Exception {
    server
        .file(
            "res_pgsql.conf",
            "[general]",
            "port = " + real.server().port(),
            "dbname = " + real.name(),
            "user = postgres",
            "appname = kept")
        .load();
  }
}
