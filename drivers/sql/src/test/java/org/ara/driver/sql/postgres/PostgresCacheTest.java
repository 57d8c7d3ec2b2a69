package org.ara.driver.sql.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.ModuleHarness;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families cached and copied before a real PostgreSQL that misbehaves. */
class PostgresCacheTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private final PostgresDatabase real =
      PostgresServer.shared()
          .createDatabase(
              List.of(
                  "CREATE TABLE phones (name text PRIMARY KEY, port integer, secret text)",
                  "INSERT INTO phones VALUES ('bob', 5060, 'pw'), ('alice', 5061, 'pw')"));
  private final FaultyProxy proxy = new FaultyProxy("127.0.0.1", real.server().port());
  private @Nullable ModuleHarness running;

  @AfterEach
  void close() {
    stop();
    proxy.close();
  }

  @Test
  void whatIsKnownIsGivenWhateverBefallsTheServerAndNobodyWaitsPastTheDeadline() throws Exception {
    ModuleHarness ara = start(proxy.port(), "on_outage = stale", "deadline = 300");
    List<Runnable> faults =
        List.of(
            proxy::cut,
            proxy::refuse,
            proxy::hang,
            () -> proxy.delay(Duration.ofSeconds(5)),
            () -> real.execute("ALTER TABLE phones RENAME TO gone"));
    for (Runnable fault : faults) {
      awaitStorage(ara);
      assertThat(ara.realtime().find("phones", "name", "nobody")).isInstanceOf(Lookup.Absent.class);
      fault.run();
      for (int i = 0; i < 20; i++) {
        assertThat(port(ara)).isEqualTo("5060");
        assertThat(ara.realtime().find("phones", "name", "nobody"))
            .isInstanceOf(Lookup.Absent.class);
      }
      proxy.pass();
      real.execute("ALTER TABLE IF EXISTS gone RENAME TO phones");
    }
    awaitStorage(ara);
    real.execute("UPDATE phones SET port = 7 WHERE name = 'bob'");
    await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("7"));
  }

  @Test
  void aServerWithTooManyClientsIsAnOutageLikeAnyOther() throws Exception {
    try (PostgresServer small =
        PostgresServer.launchNew(
            java.util.Map.of("max_connections", "10", "superuser_reserved_connections", "0"))) {
      PostgresDatabase database =
          small.createDatabase(
              List.of(
                  "CREATE TABLE phones (name text PRIMARY KEY, port integer)",
                  "INSERT INTO phones VALUES ('bob', 5060)"));
      FaultyProxy between = new FaultyProxy("127.0.0.1", small.port());
      try {
        ModuleHarness ara = start(database, between.port(), "on_outage = stale", "deadline = 300");
        awaitStorage(ara);
        between.refuse();
        List<Connection> greedy = takeAll(database);
        between.pass();

        assertThat(port(ara)).isEqualTo("5060");
        assertThat(ara.run("realtime load phones name bob").getFirst())
            .contains("old, a copy, as no storage answers");

        for (Connection connection : greedy) {
          connection.close();
        }
        awaitStorage(ara);
        stop();
      } finally {
        between.close();
      }
    }
  }

  @Test
  void aServerStartedWithoutItsDatabaseHasItsSnapshot() throws Exception {
    ModuleHarness before = start(proxy.port(), "on_outage = stale", "snapshot = yes");
    awaitStorage(before);
    stop();
    proxy.refuse();

    ModuleHarness ara = start(proxy.port(), "on_outage = stale", "snapshot = yes");
    assertThat(port(ara)).isEqualTo("5060");
    assertThat(ara.run("realtime explain phones name bob"))
        .anyMatch(line -> line.contains("from the snapshot on disk") && line.contains(" s old"));
    assertThat(ara.realtime().find("phones", "name", "alice"))
        .isInstanceOf(Lookup.Unavailable.class);

    proxy.pass();
    awaitStorage(ara);
  }

  @Test
  void aChangeByAnotherProgramIsSeenThroughTheFeedAndALostFeedIsNotTrusted() throws Exception {
    for (String statement : new PostgresTriggers("public", "phones", List.of("name")).install()) {
      real.execute(statement);
    }
    ModuleHarness ara = start(proxy.port(), "cache = feed");
    await().atMost(LONG).until(() -> ara.run("realtime show feeds").get(1).contains("live"));
    assertThat(port(ara)).isEqualTo("5060");
    assertThat(source(ara)).contains("from the cache");

    real.execute("UPDATE phones SET port = 7 WHERE name = 'bob'");
    await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("7"));
    assertThat(ara.realtime().update("phones", BOB, List.of(new Field("port", "8"))))
        .isEqualTo(new Change.Done(1));
    assertThat(port(ara)).isEqualTo("8");

    proxy.cut();
    real.execute("UPDATE phones SET port = 9 WHERE name = 'bob'");
    await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("9"));
    await().atMost(LONG).until(() -> ara.run("realtime show feeds").get(1).contains("live"));
    assertThat(port(ara)).isEqualTo("9");
  }

  @Test
  void aLockedTableHoldsNobodyPastTheDeadlineOfHisFamily() throws Exception {
    ModuleHarness ara = start(proxy.port(), "deadline = 300");
    awaitStorage(ara);
    assertThat(ara.run("realtime explain phones name bob"))
        .anyMatch(line -> line.contains("SELECT") && line.contains("?") && !line.contains("bob"));
    assertThat(ara.run("realtime show pools").get(1)).startsWith("pgsql,whatever,phones");
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");

      assertThat(ara.run("realtime load phones name bob"))
          .containsExactly(
              "Failed to load: pgsql phones: no answer within the family's deadline of 300 ms"
                  + " (realtime.conf)",
              "FAILURE");
    }
    awaitStorage(ara);
  }

  private ModuleHarness start(int port, String... policy) throws Exception {
    return start(real, port, policy);
  }

  private ModuleHarness start(PostgresDatabase database, int port, String... policy)
      throws Exception {
    List<String> lines = new ArrayList<>(List.of("[phones]"));
    lines.addAll(List.of(policy));
    ModuleHarness harness =
        new ModuleHarness(directory, new PostgresModule())
            .file("extconfig.conf", "[settings]", "phones => pgsql,whatever,phones")
            .file("realtime.conf", lines.toArray(String[]::new))
            .file(
                "res_pgsql.conf",
                "[general]",
                "hostname = 127.0.0.1",
                "port = " + port,
                "dbname = " + database.name(),
                "user = postgres",
                "connect_timeout = 1000",
                "statement_timeout = 1000")
            .load();
    running = harness;
    assertThat(harness.problems()).isEmpty();
    return harness;
  }

  private void stop() {
    ModuleHarness harness = running;
    running = null;
    if (harness != null) {
      harness.close();
    }
  }

  private static void awaitStorage(ModuleHarness ara) {
    await().atMost(LONG).until(() -> source(ara).contains("from the storage"));
  }

  private static String source(ModuleHarness ara) {
    List<String> lines = ara.run("realtime explain phones name bob");
    return lines.get(lines.size() - 2);
  }

  private static @Nullable String port(ModuleHarness ara) throws Exception {
    Lookup<Row> answer = ara.realtime().find("phones", "name", "bob");
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<Row>) answer).value().stored("port");
  }

  private static List<Connection> takeAll(PostgresDatabase database) {
    List<Connection> taken = new ArrayList<>();
    try {
      for (; ; ) {
        taken.add(database.connect());
      }
    } catch (java.sql.SQLException full) {
      assertThat(taken).isNotEmpty();
      return taken;
    }
  }
}
