package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ara.module.Module;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.proxy.FaultyProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families cached and copied before a real server that misbehaves: the same on every server. */
public abstract class CacheFaultContract {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What every database of these tests holds. */
  protected static final List<String> PHONES =
      List.of(
          "CREATE TABLE phones (name varchar(40) PRIMARY KEY, port integer, secret varchar(40))",
          "INSERT INTO phones VALUES ('bob', 5060, 'pw'), ('alice', 5061, 'pw')");

  @TempDir private Path directory;
  private FaultyProxy proxy;
  private @Nullable ModuleHarness running;

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

  protected abstract Module driver();

  /** What mappings call the driver. */
  protected abstract String driverName();

  /** The driver's configuration file. */
  protected abstract String file();

  /** The lines of the section {@code [general]} that lead to a database. */
  protected abstract List<String> section(int port, String database);

  /** The port of the shared server. */
  protected abstract int port();

  /** The database there that holds {@link #PHONES}. */
  protected abstract String name();

  /** Another program's connection to it. */
  protected abstract Connection connect() throws SQLException;

  protected abstract OwnServer launch();

  /** A server that takes ten connections. */
  protected abstract OwnServer launchForTen();

  /** Lets the table tell of its changes. */
  protected abstract List<String> triggers(String database);

  /** Keeps everybody else from reading the table until the connection closes. */
  protected abstract void lock(Connection connection, Statement statement) throws SQLException;

  @BeforeEach
  void open() {
    proxy = new FaultyProxy("127.0.0.1", port());
  }

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
            () -> execute("ALTER TABLE phones RENAME TO gone"));
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
    }
    execute("ALTER TABLE gone RENAME TO phones");
    awaitStorage(ara);
    execute("UPDATE phones SET port = 7 WHERE name = 'bob'");
    await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("7"));
  }

  @Test
  void aServerWithTooManyClientsIsAnOutageLikeAnyOther() throws Exception {
    try (OwnServer small = launchForTen();
        FaultyProxy between = new FaultyProxy("127.0.0.1", small.port())) {
      ModuleHarness ara =
          start(small.name(), between.port(), "on_outage = stale", "deadline = 300");
      awaitStorage(ara);
      between.refuse();
      List<Connection> greedy = takeAll(small);
      between.pass();

      assertThat(port(ara)).isEqualTo("5060");
      assertThat(ara.run("realtime load phones name bob").getFirst())
          .contains("old, a copy, as no storage answers");

      for (Connection connection : greedy) {
        connection.close();
      }
      awaitStorage(ara);
      stop();
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
    triggers(name()).forEach(this::execute);
    ModuleHarness ara = start(proxy.port(), "cache = feed");
    await().atMost(LONG).until(() -> ara.run("realtime show feeds").get(1).contains("live"));
    assertThat(port(ara)).isEqualTo("5060");
    assertThat(source(ara)).contains("from the cache");

    execute("UPDATE phones SET port = 7 WHERE name = 'bob'");
    await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("7"));
    assertThat(ara.realtime().update("phones", BOB, List.of(new Field("port", "8"))))
        .isEqualTo(new Change.Done(1));
    assertThat(port(ara)).isEqualTo("8");

    proxy.cut();
    execute("UPDATE phones SET port = 9 WHERE name = 'bob'");
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
    assertThat(ara.run("realtime show pools").get(1)).startsWith(driverName() + ",general,phones");
    try (Connection locker = connect();
        Statement lock = locker.createStatement()) {
      lock(locker, lock);

      assertThat(ara.run("realtime load phones name bob"))
          .containsExactly(
              "Failed to load: "
                  + driverName()
                  + " phones: no answer within the family's deadline of 300 ms (realtime.conf)",
              "FAILURE");
    }
    awaitStorage(ara);
  }

  @Test
  void aServerThatIsKilledOrHungIsNotTrustedFromThenOnAndSaysSo() throws Exception {
    try (OwnServer server = launch();
        FaultyProxy between = new FaultyProxy("127.0.0.1", server.port())) {
      for (String statement : triggers(server.name())) {
        execute(server.other(), statement);
      }
      ModuleHarness ara = start(server.name(), between.port(), "cache = feed");
      awaitTrusted(ara);

      between.cut();
      awaitLost(ara, () -> {});
      awaitTrusted(ara);

      between.hang();
      awaitSaid(ara);
      awaitLost(ara, between::pass);
      awaitTrusted(ara);

      server.kill().run();
      awaitSaid(ara);
      awaitLost(ara, () -> server.restart().run());
      awaitTrusted(ara);
      execute(server.other(), "UPDATE phones SET port = 9 WHERE name = 'bob'");
      await().atMost(LONG).untilAsserted(() -> assertThat(port(ara)).isEqualTo("9"));
      stop();
    }
  }

  private static void awaitSaid(ModuleHarness ara) {
    await().atMost(LONG).until(() -> !ara.run("realtime show feeds").get(1).contains("live"));
  }

  /** What is known is not given any more. */
  private static void awaitLost(ModuleHarness ara, Runnable mend) {
    await().atMost(LONG).until(() -> !source(ara).contains("from the cache"));
    mend.run();
  }

  private void awaitTrusted(ModuleHarness ara) {
    await()
        .atMost(LONG)
        .until(
            () ->
                ara.realtime().find("phones", "name", "bob") instanceof Lookup.Found<Row>
                    && source(ara).contains("from the cache"));
  }

  private void execute(String sql) {
    execute(this::connect, sql);
  }

  private static void execute(OwnServer.Other other, String sql) {
    try (Connection connection = other.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private ModuleHarness start(int port, String... policy) throws Exception {
    return start(name(), port, policy);
  }

  private ModuleHarness start(String database, int port, String... policy) throws Exception {
    List<String> lines = new ArrayList<>(List.of("[phones]"));
    lines.addAll(List.of(policy));
    List<String> section = new ArrayList<>(List.of("[general]"));
    section.addAll(section(port, database));
    section.addAll(List.of("connect_timeout = 1000", "statement_timeout = 1000"));
    ModuleHarness harness =
        new ModuleHarness(directory, driver())
            .file("extconfig.conf", "[settings]", "phones => " + driverName() + ",general,phones")
            .file("realtime.conf", lines.toArray(String[]::new))
            .file(file(), section.toArray(String[]::new))
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

  private static List<Connection> takeAll(OwnServer server) {
    List<Connection> taken = new ArrayList<>();
    try {
      for (; ; ) {
        taken.add(server.other().connect());
      }
    } catch (SQLException full) {
      assertThat(taken).isNotEmpty();
      return taken;
    }
  }
}
