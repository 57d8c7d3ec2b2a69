package org.ara.driver.sql.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ara.driver.sql.SqlTable;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresOutageTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared()
          .createDatabase(
              List.of(
                  "CREATE TABLE phones (name text PRIMARY KEY, port integer)",
                  "INSERT INTO phones VALUES ('bob', 5060)"));
  private final FaultyProxy proxy = new FaultyProxy("127.0.0.1", real.server().port());
  private final PostgresDatabase database =
      new PostgresDatabase(TestSettings.of(proxy.port(), real.name()));
  private final SqlTable phones = new SqlTable(database, "phones");

  @AfterEach
  void close() {
    database.close();
    proxy.close();
  }

  @Test
  void aServerAbsentAtTheStartIsUnreachableAndThenThere() {
    proxy.refuse();

    Outage outage = outage(look());
    assertThat(outage.kind()).isEqualTo(Outage.Kind.UNREACHABLE);
    assertThat(outage.message())
        .contains("pgsql", "[general]", "postgres@127.0.0.1:" + proxy.port() + "/" + real.name())
        .contains("start the server")
        .doesNotContain("hidden-password");

    proxy.pass();
    awaitFound();
  }

  @Test
  void brokenConnectionsAreReplacedWithoutAnybodyNoticing() {
    awaitFound();
    for (int i = 0; i < 5; i++) {
      proxy.cut();
      assertThat(look()).isInstanceOf(Lookup.Found.class);
      proxy.cut();
      assertThat(phones.update(BOB, List.of(new Field("port", "506" + i))))
          .isEqualTo(new Change.Done(1));
    }
  }

  @Test
  void whileTheServerIsKnownToBeAwayEveryLookupFailsAtOnce() {
    awaitFound();
    proxy.refuse();
    assertThat(look()).isInstanceOf(Lookup.Unavailable.class);
    proxy.hang();
    int before = proxy.accepted();

    for (int i = 0; i < 10_000; i++) {
      assertThat(outage(look()).kind()).isEqualTo(Outage.Kind.UNREACHABLE);
    }

    assertThat(proxy.accepted() - before).isLessThan(10);
    proxy.pass();
    awaitFound();
  }

  @Test
  void aSilentServerHoldsNobodyForLongerThanTheDeadlines() throws Exception {
    awaitFound();
    proxy.hang();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Lookup<List<Row>>>> lookups = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        lookups.add(threads.submit(this::look));
      }
      for (Future<Lookup<List<Row>>> lookup : lookups) {
        assertThat(lookup.get()).isInstanceOf(Lookup.Unavailable.class);
      }
    }
    await().until(() -> look() instanceof Lookup.Unavailable);

    proxy.pass();
    awaitFound();
  }

  @Test
  void aStatementThatTakesTooLongIsEndedAndTheServerStaysInUse() throws Exception {
    awaitFound();
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");

      assertThat(outage(look()).message()).contains("phones").contains("took too long");
    }
    assertThat(look()).isInstanceOf(Lookup.Found.class);
    assertThat(database.upSince()).isPresent();
  }

  @Test
  void moreThanMayWaitAreRefusedAsOverload() throws Exception {
    awaitFound();
    PostgresSettings few =
        TestSettings.withWaiting(TestSettings.of(proxy.port(), real.name()), 1, 2);
    try (PostgresDatabase narrow = new PostgresDatabase(few);
        Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SqlTable table = new SqlTable(narrow, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");
      List<Future<Lookup<List<Row>>>> lookups = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        lookups.add(threads.submit(() -> table.select(BOB, "name", 1)));
      }
      List<Outage.Kind> kinds = new ArrayList<>();
      for (Future<Lookup<List<Row>>> lookup : lookups) {
        kinds.add(outage(lookup.get()).kind());
      }
      assertThat(kinds).filteredOn(Outage.Kind.OVERLOADED::equals).hasSizeGreaterThanOrEqualTo(47);
    }
  }

  @Test
  void aWrongPasswordOrDatabaseIsSaidWithoutThePassword() {
    try (PostgresDatabase wrong =
        new PostgresDatabase(TestSettings.of(proxy.port(), "no_such_database"))) {
      assertThat(outage(new SqlTable(wrong, "phones").select(BOB, "name", 1)).message())
          .contains("no_such_database", "correct dbname in res_pgsql.conf")
          .doesNotContain("hidden-password");
    }
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsUsedAgain() {
    try (PostgresServer server = PostgresServer.launchNew()) {
      org.ara.testkit.postgres.PostgresDatabase own =
          server.createDatabase(
              List.of(
                  "CREATE TABLE phones (name text PRIMARY KEY, port integer)",
                  "INSERT INTO phones VALUES ('bob', 5060)"));
      try (PostgresDatabase used =
          new PostgresDatabase(TestSettings.of(server.port(), own.name()))) {
        SqlTable table = new SqlTable(used, "phones");
        assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);

        server.kill();
        assertThat(outage(table.select(BOB, "name", 1)).kind()).isEqualTo(Outage.Kind.UNREACHABLE);
        assertThat(table.update(BOB, List.of(new Field("port", "1"))))
            .isInstanceOf(Change.Unavailable.class);
        assertThat(table.insert(List.of(new Field("name", "al"))))
            .isInstanceOf(Change.Unavailable.class);

        server.restart();
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () -> assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class));
        assertThat(table.insert(List.of(new Field("name", "al")))).isEqualTo(new Change.Done(1));
      }
    }
  }

  private Lookup<List<Row>> look() {
    return phones.select(BOB, "name", 1);
  }

  private void awaitFound() {
    await().atMost(Duration.ofSeconds(60)).until(() -> look() instanceof Lookup.Found);
  }

  private static Outage outage(Lookup<?> answer) {
    assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
    return ((Lookup.Unavailable<?>) answer).outage();
  }
}
