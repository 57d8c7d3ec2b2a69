package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.driver.sql.schema.Flavour;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import as a real process that is killed in its middle leaves what was there before. */
class KilledImportTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PHONES = 3000;

  @TempDir private Path home;
  @TempDir private Path files;

  /** The import waits at its last row, which another transaction holds, when it is killed. */
  @ParameterizedTest
  @CsvSource({"POSTGRESQL,true", "POSTGRESQL,false", "MYSQL,true", "MYSQL,false"})
  void leavesTheRowsOnAServer(Flavour flavour, boolean atOnce) throws Exception {
    ToolDatabase database = before(flavour, PHONES);
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO sippeers (name) VALUES ('phone" + (PHONES - 1) + "')");
      Process tool = start();
      try {
        await().atMost(PATIENCE).until(() -> waits(database, flavour));
        end(tool, atOnce);
      } finally {
        tool.destroyForcibly();
      }
      other.rollback();
    }
    assertThat(rows(database)).containsExactly("phone0|old", "phone1|old");
    complete(database, PHONES);
  }

  /** SQLite writes what does not fit into its cache while the transaction is open. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void leavesTheRowsInAFile(boolean atOnce) throws Exception {
    int phones = 40 * PHONES;
    ToolDatabase database = before(Flavour.SQLITE, phones);
    Process tool = start();
    try {
      await().atMost(PATIENCE).until(() -> journal() > 1_000_000);
      end(tool, atOnce);
    } finally {
      tool.destroyForcibly();
    }
    List<String> rows = rows(database);
    boolean asBefore = rows.equals(List.of("phone0|old", "phone1|old"));
    boolean done = rows.size() == phones && rows.stream().allMatch(row -> row.endsWith("|new"));
    assertThat(asBefore || done).as("%d rows", rows.size()).isTrue();
    complete(database, phones);
  }

  private ToolDatabase before(Flavour flavour, int phones) throws IOException {
    ToolDatabase database = ToolDatabase.of(flavour, home).map("sippeers").create();
    database.execute(
        "INSERT INTO sippeers (name, context) VALUES ('phone0', 'old'), ('phone1', 'old')");
    Files.write(
        files.resolve("sip.conf"),
        IntStream.range(0, phones)
            .boxed()
            .flatMap(i -> Stream.of("[phone" + i + "]", "context = new"))
            .toList());
    return database;
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ToolMain.class.getName(),
            "--home",
            home.toString(),
            "import",
            files.toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("import.log").toFile())
        .start();
  }

  private static void end(Process tool, boolean atOnce) throws InterruptedException {
    if (atOnce) {
      tool.destroyForcibly();
    } else {
      tool.destroy();
    }
    assertThat(tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(tool.exitValue()).isNotZero();
  }

  private static boolean waits(ToolDatabase database, Flavour flavour) {
    String query =
        flavour == Flavour.MYSQL
            ? "SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'"
            : "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'";
    return !database.rows(query).equals(List.of("0"));
  }

  private long journal() throws IOException {
    Path journal = home.resolve("lib/ara.sqlite3-wal");
    return Files.exists(journal) ? Files.size(journal) : 0;
  }

  private static List<String> rows(ToolDatabase database) {
    return database.rows("SELECT name, context FROM sippeers ORDER BY name");
  }

  /** Doing it again does it all. */
  private void complete(ToolDatabase database, int phones) {
    assertThat(database.ara("import " + files).status()).isZero();
    assertThat(database.rows("SELECT context, COUNT(*) FROM sippeers GROUP BY context"))
        .containsExactly("new|" + phones);
  }
}
