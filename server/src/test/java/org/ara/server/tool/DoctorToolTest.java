package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.server.tool.ToolHarness.Ran;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorToolTest {

  @TempDir private Path home;
  private final PostgresDatabase real = PostgresServer.shared().createDatabase();
  private ToolHarness tools;

  @BeforeEach
  void install() {
    tools =
        new ToolHarness(home)
            .file(
                "res_pgsql.conf",
                "[general]",
                "port = " + real.server().port(),
                "dbname = " + real.name(),
                "user = postgres",
                "password = hidden-password")
            .file(
                "extconfig.conf",
                "[settings]",
                "sippeers => pgsql,general",
                "extensions => pgsql,general",
                "queues => pgsql,general",
                "queue_members => pgsql,general");
    tools.ara("schema create");
  }

  @Test
  void aSoundInstallationIsWell() {
    real.execute("INSERT INTO sippeers (name, secret, context) VALUES ('bob', 's3cret', 'in')");
    real.execute(
        "INSERT INTO extensions (context, exten, priority, app) VALUES ('in', '_2XX', 1, 'Answer')");

    Ran ran = tools.ara("doctor");

    assertThat(ran.out()).endsWith("All is well.\n");
    assertThat(ran.status()).isZero();
  }

  @Test
  void mappingsThatLeadNowhereAreNamedWithTheirLines() {
    tools.file(
        "extconfig.conf",
        "[settings]",
        "sippeers => pgsq1,general",
        "queues => sqlite3,nowhere",
        "extensions => pgsql,general",
        "extensions => pgsql,general,other");

    Ran ran = tools.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("extconfig.conf:2: sippeers is mapped to driver 'pgsq1', which does not exist")
        .contains("use one of mysql, pgsql, sqlite3")
        .contains("extconfig.conf:3: queues is mapped to database 'nowhere'")
        .contains("replaces the mapping with the same priority")
        .contains("other: there is no such table")
        .contains("./ara schema create extensions");
  }

  @Test
  void rowsThatCannotWorkAreNamedWithWhatMendsThem() {
    real.execute(
        """
        INSERT INTO sippeers (name, nat, insecure) VALUES ('o''hara', 'perhaps', 'port');
        INSERT INTO sippeers (name, secret, directmedia) VALUES ('bob', 'hidden-s3cret', 'yes');
        INSERT INTO queue_members (queue_name, interface) VALUES ('ghosts', 'SIP/bob');
        INSERT INTO extensions (context, exten, priority, app) VALUES
          ('in', '_NXX', 1, 'Answer'), ('in', '_[2-9]XX', 1, 'Hangup'), ('in', '200', 2, 'Answer'),
          ('in', '300', 1, 'Answer'), ('in', '300', 4, 'Hangup'), ('in', '_[1', 1, 'Answer');
        DROP INDEX sippeers_host_port""");

    Ran ran = tools.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("row name='o'hara' nat: 'perhaps' is not")
        .contains("row name='o'hara' has no password")
        .contains("WHERE name = 'o''hara';")
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

  @Test
  void aDatabaseThatIsAwayIsOneFinding() {
    tools.file("res_pgsql.conf", "[general]", "port = 1", "password = hidden-password");

    Ran ran = tools.ara("doctor");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("refused", "1 finding.").doesNotContain("hidden-");
  }

  @Test
  void aCollationThatIgnoresCaseIsSaid() {
    MariaDatabase maria =
        MariaServer.shared()
            .createDatabase(
                List.of(
                    "CREATE TABLE colours (hue VARCHAR(20) PRIMARY KEY)"
                        + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"));
    tools
        .file(
            "res_config_mysql.conf",
            "[general]",
            "dbhost = 127.0.0.1",
            "dbport = " + maria.server().port(),
            "dbname = " + maria.name(),
            "dbuser = " + maria.server().user(),
            "dbpass = " + maria.server().password())
        .file("extconfig.conf", "[settings]", "colours => mysql,general");

    assertThat(tools.ara("doctor").out())
        .contains("column hue has the collation utf8mb4_general_ci")
        .contains("ALTER TABLE colours CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;");
  }
}
