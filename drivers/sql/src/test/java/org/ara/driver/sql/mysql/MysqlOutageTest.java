package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
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
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MysqlOutageTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));

  private final MariaDatabase real =
      MariaServer.shared()
          .createDatabase(
              List.of(
                  "CREATE TABLE phones (name varchar(40) PRIMARY KEY, port integer)",
                  "INSERT INTO phones VALUES ('bob', 5060)"));
  private final FaultyProxy proxy = new FaultyProxy("127.0.0.1", real.server().port());
  private final MysqlDatabase database =
      new MysqlDatabase(TestSettings.of(proxy.port(), real.name()));
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
        .contains("mysql", "[general]", "ara@127.0.0.1:" + proxy.port() + "/" + real.name())
        .contains("start the server")
        .doesNotContain("ara-hidden");

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
      lock.execute("LOCK TABLE phones WRITE");

      assertThat(outage(look()).message()).contains("phones").contains("took too long");
    }
    assertThat(look()).isInstanceOf(Lookup.Found.class);
    assertThat(database.upSince()).isPresent();
  }

  @Test
  void moreThanMayWaitAreRefusedAsOverload() throws Exception {
    awaitFound();
    MysqlSettings few = TestSettings.of(proxy.port(), real.name(), "ara-hidden", 1, 2);
    try (MysqlDatabase narrow = new MysqlDatabase(few);
        Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SqlTable table = new SqlTable(narrow, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);
      lock.execute("LOCK TABLE phones WRITE");
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
    try (MysqlDatabase wrong =
        new MysqlDatabase(TestSettings.of(proxy.port(), "no_such_database"))) {
      assertThat(outage(new SqlTable(wrong, "phones").select(BOB, "name", 1)).message())
          .contains("no_such_database", "correct dbname in res_config_mysql.conf")
          .doesNotContain("ara-hidden");
    }
  }

  @Test
  void tooManyConnectionsAreSaidAndWaitedFor() throws Exception {
    real.execute(
        "CREATE USER IF NOT EXISTS few IDENTIFIED BY 'few-hidden' WITH MAX_USER_CONNECTIONS 1");
    real.execute("GRANT ALL ON *.* TO few");
    MysqlSettings as = TestSettings.of(proxy.port(), real.name());
    MysqlSettings few =
        new MysqlSettings(
            "few",
            as.host(),
            as.port(),
            as.database(),
            "few",
            "few-hidden",
            "disable",
            as.limits(),
            true,
            as.requirements());
    try (Connection taken = DriverManager.getConnection(real.url(), few.user(), few.password());
        MysqlDatabase refused = new MysqlDatabase(few)) {
      SqlTable table = new SqlTable(refused, "phones");
      Outage outage = outage(table.select(BOB, "name", 1));
      assertThat(outage.kind()).isEqualTo(Outage.Kind.UNREACHABLE);
      assertThat(outage.message()).contains("raise max_connections").doesNotContain("few-hidden");

      taken.close();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> table.select(BOB, "name", 1) instanceof Lookup.Found);
    }
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsUsedAgain() {
    try (MariaServer server = MariaServer.launchNew()) {
      MariaDatabase own =
          server.createDatabase(
              List.of(
                  "CREATE TABLE phones (name varchar(40) PRIMARY KEY, port integer)",
                  "INSERT INTO phones VALUES ('bob', 5060)"));
      try (MysqlDatabase used = new MysqlDatabase(TestSettings.of(server.port(), own.name()))) {
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
