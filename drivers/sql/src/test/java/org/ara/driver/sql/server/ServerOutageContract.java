package org.ara.driver.sql.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ara.driver.sql.LogLines;
import org.ara.driver.sql.SqlTable;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of callers while a server is away, slow or silent: the same on every server. */
public abstract class ServerOutageContract {

  protected static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));

  /** What every database of these tests holds. */
  protected static final List<String> PHONES =
      List.of(
          "CREATE TABLE phones (name varchar(40) PRIMARY KEY, port integer)",
          "INSERT INTO phones VALUES ('bob', 5060)");

  protected FaultyProxy proxy;
  private ServerDatabase database;
  private SqlTable phones;

  /** A server for one test alone, with a database that holds {@link #PHONES}. */
  public record OwnServer(
      int port, String name, Other other, Runnable kill, Runnable restart, AutoCloseable end)
      implements AutoCloseable {

    /** Connects other programs to that database. */
    @FunctionalInterface
    public interface Other {
      Connection connect() throws SQLException;
    }

    @Override
    public void close() throws Exception {
      end.close();
    }
  }

  /** The port of the shared server. */
  protected abstract int port();

  /** The database there that holds {@link #PHONES}. */
  protected abstract String name();

  /** Another program's connection to it. */
  protected abstract Connection connect() throws SQLException;

  protected abstract ServerDatabase open(int port, String name, int connections, int waiting);

  protected abstract OwnServer launch();

  /** A server that takes so many connections and no more. */
  protected abstract OwnServer launchFor(int connections);

  /** Keeps everybody else from reading the table until the connection closes. */
  protected abstract void lock(Connection connection, Statement statement) throws SQLException;

  /** The driver's name. */
  protected abstract String driver();

  /** Its file. */
  protected abstract String file();

  /** What must never be seen. */
  protected abstract String password();

  @BeforeEach
  void start() {
    proxy = new FaultyProxy("127.0.0.1", port());
    database = open(proxy.port(), name(), 4, 2000);
    phones = new SqlTable(database, "phones");
  }

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
        .contains(driver(), "[general]", "@127.0.0.1:" + proxy.port() + "/" + name())
        .contains("start the server")
        .doesNotContain(password());

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
    try (Connection locker = connect();
        Statement lock = locker.createStatement()) {
      lock(locker, lock);

      assertThat(outage(look()).message()).contains("phones").contains("took too long");
    }
    assertThat(look()).isInstanceOf(Lookup.Found.class);
    assertThat(database.upSince()).isPresent();
  }

  @Test
  void moreThanMayWaitAreRefusedAsOverload() throws Exception {
    awaitFound();
    try (ServerDatabase narrow = open(proxy.port(), name(), 1, 2);
        Connection locker = connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SqlTable table = new SqlTable(narrow, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);
      lock(locker, lock);
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
    try (ServerDatabase wrong = open(proxy.port(), "no_such_database", 4, 2000)) {
      assertThat(outage(new SqlTable(wrong, "phones").select(BOB, "name", 1)).message())
          .contains("no_such_database", "correct dbname in " + file())
          .doesNotContain(password());
    }
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsUsedAgain() throws Exception {
    try (OwnServer server = launch();
        ServerDatabase used = open(server.port(), server.name(), 4, 2000)) {
      SqlTable table = new SqlTable(used, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);

      server.kill().run();
      assertThat(outage(table.select(BOB, "name", 1)).kind()).isEqualTo(Outage.Kind.UNREACHABLE);
      assertThat(table.update(BOB, List.of(new Field("port", "1"))))
          .isInstanceOf(Change.Unavailable.class);
      assertThat(table.insert(List.of(new Field("name", "al"))))
          .isInstanceOf(Change.Unavailable.class);

      server.restart().run();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class));
      assertThat(table.insert(List.of(new Field("name", "al")))).isEqualTo(new Change.Done(1));
    }
  }

  @Test
  void whoHasAConnectionToAServerThatIsFullGoesOnWithIt() throws Exception {
    try (OwnServer server = launchFor(10);
        ServerDatabase used = open(server.port(), server.name(), 8, 2000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SqlTable table = new SqlTable(used, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);
      List<Connection> greedy = takeAll(server);
      List<Future<Object>> answers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        List<Condition> key = i % 2 == 0 ? BOB : List.of(Condition.parse("port >=", "506" + i % 7));
        answers.add(threads.submit(() -> table.select(key, "name", 0)));
        answers.add(threads.submit(() -> table.update(BOB, List.of(new Field("port", "5069")))));
      }
      for (Future<Object> answer : answers) {
        assertThat(answer.get())
            .isInstanceOfAny(Lookup.Found.class, Lookup.Absent.class, Change.Done.class);
      }
      assertThat(used.upSince()).isPresent();
      close(greedy);
    }
  }

  @Test
  void aServerThatIsFullOfOthersIsSaidOnceAndUsedAgainAtOnce() throws Exception {
    try (OwnServer server = launchFor(10);
        FaultyProxy between = new FaultyProxy("127.0.0.1", server.port());
        ServerDatabase used = open(between.port(), server.name(), 4, 2000);
        LogLines lines = LogLines.of(Health.class)) {
      SqlTable table = new SqlTable(used, "phones");
      assertThat(table.select(BOB, "name", 1)).isInstanceOf(Lookup.Found.class);
      between.refuse();
      List<Connection> greedy = takeAll(server);
      between.pass();

      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                // What we held is only free for the others once the server has noticed.
                greedy.addAll(takeAll(server));
                return table.select(BOB, "name", 1)
                        instanceof Lookup.Unavailable<List<Row>>(Outage outage)
                    && outage.message().contains("raise max_connections");
              });
      for (int i = 0; i < 1000; i++) {
        assertThat(outage(table.select(BOB, "name", 1)).kind()).isEqualTo(Outage.Kind.UNREACHABLE);
      }
      assertThat(lines.containing("is back")).isEmpty();
      assertThat(lines.containing(server.name())).hasSize(1);

      close(greedy);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> table.select(BOB, "name", 1) instanceof Lookup.Found);
      assertThat(lines.containing("is back")).hasSize(1);
    }
  }

  private static List<Connection> takeAll(OwnServer server) {
    List<Connection> taken = new ArrayList<>();
    try {
      for (; ; ) {
        taken.add(server.other().connect());
      }
    } catch (SQLException full) {
      return taken;
    }
  }

  private static void close(List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }

  private Lookup<List<Row>> look() {
    return phones.select(BOB, "name", 1);
  }

  private void awaitFound() {
    await().atMost(Duration.ofSeconds(60)).until(() -> look() instanceof Lookup.Found);
  }

  protected static Outage outage(Lookup<?> answer) {
    assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
    return ((Lookup.Unavailable<?>) answer).outage();
  }
}
