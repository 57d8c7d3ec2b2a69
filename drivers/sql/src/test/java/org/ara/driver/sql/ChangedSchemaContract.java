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
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ara.module.Module;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.engine.RealtimeEngine;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a database that went away and came back with other tables than it had. */
public abstract class ChangedSchemaContract {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));
  private static final Map<String, String> RIGHT =
      Map.of("name", "bob", "port", "5060", "secret", "pw", "agent", "none");

  @TempDir protected Path directory;
  private @Nullable ModuleHarness running;

  protected abstract Module driver();

  /** What mappings call the driver. */
  protected abstract String driverName();

  /** The driver's configuration file. */
  protected abstract String file();

  /** The lines of the section {@code [db]} that lead to the test's database. */
  protected abstract List<String> section();

  /** Makes a fresh database, runs the statements there, and lets everybody reach it. */
  protected abstract void begin(List<String> statements) throws Exception;

  /** Kills the database; from now on it cannot be reached. */
  protected abstract void goAway() throws Exception;

  /** Another program's connection, also while nobody else reaches the database. */
  protected abstract Connection otherProgram() throws SQLException;

  /** Lets everybody reach the database again. */
  protected abstract void comeBack() throws Exception;

  /** Makes the column {@code port} a text. */
  protected abstract List<String> portAsText();

  /** Whether the first lookup after a restart is made in the database as it is then. */
  protected boolean isNoticedAtOnce() {
    return true;
  }

  @BeforeEach
  void createTable() throws Exception {
    begin(
        List.of(
            "CREATE TABLE phones (name VARCHAR(40) NOT NULL PRIMARY KEY, port INTEGER,"
                + " secret VARCHAR(80))",
            "INSERT INTO phones VALUES ('bob', 5060, 'pw'), ('al', 5061, 'pw')"));
  }

  @AfterEach
  void close() {
    stop();
  }

  @Test
  void anAddedColumnIsReadAndWrittenAtOnce() throws Exception {
    Realtime realtime = startedAndUsed();

    afterwards("ALTER TABLE phones ADD COLUMN agent VARCHAR(20) DEFAULT 'none'");

    assertThat(firstAnswer(realtime).stored("agent")).isEqualTo("none");
    assertThat(realtime.update("phones", BOB, List.of(new Field("agent", "new"))))
        .isEqualTo(new Change.Done(1));
    assertThat(firstAnswer(realtime).stored("agent")).isEqualTo("new");
  }

  @Test
  void aDroppedOrRenamedColumnIsMissedByNobody() throws Exception {
    Realtime realtime = startedAndUsed();

    afterwards(
        "ALTER TABLE phones DROP COLUMN secret", "ALTER TABLE phones RENAME COLUMN port TO door");

    Row bob = firstAnswer(realtime);
    assertThat(bob.columns().indexOf("secret")).isNegative();
    assertThat(bob.stored("door")).isEqualTo("5060");
    assertThat(
            realtime.update(
                "phones", BOB, List.of(new Field("secret", "x"), new Field("door", "7"))))
        .isEqualTo(new Change.Done(1));
    assertThat(firstAnswer(realtime).stored("door")).isEqualTo("7");
  }

  @Test
  void aTableMadeAnewWithItsColumnsInAnotherOrderIsReadRight() throws Exception {
    Realtime realtime = startedAndUsed();

    afterwards(
        "DROP TABLE phones",
        "CREATE TABLE phones (secret VARCHAR(80), agent VARCHAR(10), port INTEGER,"
            + " name VARCHAR(40) NOT NULL PRIMARY KEY)",
        "INSERT INTO phones VALUES ('pw', 'none', 5060, 'bob')");

    assertThat(wrong(new Lookup.Found<>(firstAnswer(realtime)))).isEmpty();
  }

  @Test
  void aColumnOfAnotherTypeIsComparedAsThatType() throws Exception {
    Realtime realtime = startedAndUsed();
    assertThat(realtime.find("phones", "port", "5060")).isInstanceOf(Lookup.Found.class);
    assertThat(realtime.find("phones", "port", "desk")).isInstanceOf(Lookup.Absent.class);

    List<String> changes = new ArrayList<>(portAsText());
    changes.add("UPDATE phones SET port = 'desk' WHERE name = 'al'");
    afterwards(changes.toArray(String[]::new));

    await().atMost(LONG).until(() -> !isAway(realtime.find("phones", "port", "none")));
    assertThat(realtime.find("phones", "port", "none")).isInstanceOf(Lookup.Absent.class);
    assertThat(found(realtime.find("phones", "port", "desk")).stored("name")).isEqualTo("al");
    assertThat(realtime.find("phones", "port", "05060")).isInstanceOf(Lookup.Absent.class);
    assertThat(realtime.update("phones", BOB, List.of(new Field("port", "room"))))
        .isEqualTo(new Change.Done(1));
  }

  @Test
  void aRestartThatNobodyNoticedIsNoticedByTheFirstLookup() throws Exception {
    Realtime realtime = startedAndUsed();
    assertThat(realtime.find("phones", "port", "5060")).isInstanceOf(Lookup.Found.class);

    List<String> changes = new ArrayList<>(portAsText());
    changes.add("UPDATE phones SET port = 'desk' WHERE name = 'al'");
    changes.add("ALTER TABLE phones ADD COLUMN agent VARCHAR(20) DEFAULT 'none'");
    goAway();
    execute(changes);
    comeBack();

    if (!isNoticedAtOnce()) {
      await()
          .atMost(LONG)
          .until(() -> realtime.find("phones", "port", "desk") instanceof Lookup.Found);
    }
    Row al = found(realtime.find("phones", "port", "desk"));
    assertThat(al.stored("name")).isEqualTo("al");
    assertThat(al.stored("agent")).isEqualTo("none");
    assertThat(realtime.find("phones", "port", "05060")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void aTableThatIsMissingIsSaidAndUsedOnceItIsThere() throws Exception {
    Realtime realtime = startedAndUsed();

    afterwards("ALTER TABLE phones RENAME TO elsewhere");

    await().atMost(LONG).until(() -> !isAway(realtime.find("phones", "name", "bob")));
    Outage outage = ((Lookup.Unavailable<Row>) realtime.find("phones", "name", "bob")).outage();
    assertThat(outage.kind()).isEqualTo(Outage.Kind.REFUSED);
    assertThat(outage.message()).contains("has no table phones");
    assertThat(realtime.update("phones", BOB, List.of(new Field("port", "1"))))
        .isInstanceOf(Change.Unavailable.class);

    execute(List.of("ALTER TABLE elsewhere RENAME TO phones"));
    assertThat(found(realtime.find("phones", "name", "bob")).stored("port")).isEqualTo("5060");
  }

  @Test
  void nobodyAmongManyIsToldAnythingWrong() throws Exception {
    Realtime realtime = startedAndUsed();
    AtomicBoolean done = new AtomicBoolean();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        threads.submit(() -> use(realtime, done, wrong));
      }
      try {
        afterwards("ALTER TABLE phones ADD COLUMN agent VARCHAR(20) DEFAULT 'none'");
        firstAnswer(realtime);
        afterwards(
            "DROP TABLE phones",
            "CREATE TABLE phones (secret VARCHAR(80), agent VARCHAR(10), port INTEGER,"
                + " name VARCHAR(40) NOT NULL PRIMARY KEY)",
            "INSERT INTO phones VALUES ('pw', 'none', 5060, 'bob')");
        firstAnswer(realtime);
      } finally {
        done.set(true);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void copiesOfBeforeKeepTheirColumnsAndGiveWayToWhatIsThereNow() throws Exception {
    String[] policy = {"on_outage = stale", "snapshot = yes", "cache = ttl", "ttl = 1"};
    Realtime realtime = started(policy);
    assertThat(wrong(realtime.find("phones", "name", "bob"))).isEmpty();
    goAway();
    stop();
    Realtime again = started(policy);
    Row copy = found(again.find("phones", "name", "bob"));
    assertThat(copy.stored("port")).isEqualTo("5060");

    execute(
        List.of(
            "DROP TABLE phones",
            "CREATE TABLE phones (agent VARCHAR(10), name VARCHAR(40) NOT NULL PRIMARY KEY,"
                + " secret VARCHAR(80))",
            "INSERT INTO phones VALUES ('none', 'bob', 'changed')"));
    comeBack();

    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              Row row = found(again.find("phones", "name", "bob"));
              boolean before = row.columns().indexOf("port") >= 0;
              assertThat(row.stored("name")).isEqualTo("bob");
              assertThat(row.stored("secret")).isEqualTo(before ? "pw" : "changed");
              assertThat(before).isFalse();
            });
  }

  @Test
  void whatIsExpectedIsLookedForOnceTheDatabaseIsThereAndWheneverItCameBackOtherwise()
      throws Exception {
    goAway();
    Realtime realtime = started();
    try (LogLines said = LogLines.of(RealtimeEngine.class);
        LogLines again = LogLines.of(Growth.class)) {
      realtime.expect(
          "phones", List.of(Requirement.text("name", 10), Requirement.text("agent", 20)));
      comeBack();
      await().atMost(LONG).until(() -> !said.containing("phones.agent").isEmpty());
      assertThat(said.containing("phones.agent"))
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("phones: " + driverName(), "phones.agent is missing", "ALTER TABLE")
          .contains("./ara schema migrate");
      assertThat(said.containing("phones.name")).isEmpty();

      afterwards(
          "DROP TABLE phones",
          "CREATE TABLE phones (agent VARCHAR(20), title VARCHAR(20), port INTEGER)");
      await().atMost(LONG).until(() -> !isAway(realtime.find("phones", "port", "1")));
      assertThat(again.containing("phones.name is missing")).hasSize(1);
      assertThat(again.containing("phones.agent")).isEmpty();
    }
  }

  private void afterwards(String... changes) throws Exception {
    goAway();
    Realtime realtime = realtime();
    await().atMost(LONG).until(() -> isAway(realtime.find("phones", "name", "bob")));
    execute(List.of(changes));
    comeBack();
  }

  private void execute(List<String> changes) throws SQLException {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  /** The first thing that is said once the database is back. */
  private static Row firstAnswer(Realtime realtime) {
    List<Lookup<Row>> answers = new ArrayList<>();
    await()
        .atMost(LONG)
        .until(
            () -> {
              answers.add(realtime.find("phones", "name", "bob"));
              return !isAway(answers.getLast());
            });
    return found(answers.getLast());
  }

  private static void use(Realtime realtime, AtomicBoolean done, Queue<String> wrong) {
    while (!done.get() && wrong.size() < 10) {
      Lookup<Row> answer = realtime.find("phones", "name", "bob");
      if (!isAway(answer)) {
        wrong.addAll(wrong(answer));
      }
      Change change = realtime.update("phones", BOB, List.of(new Field("port", "5060")));
      boolean away =
          change instanceof Change.Unavailable(Outage outage)
              && outage.kind() == Outage.Kind.UNREACHABLE;
      if (!away && !change.equals(new Change.Done(1))) {
        wrong.add(change.toString());
      }
    }
  }

  /** What is not as it should be in an answer for bob. */
  private static List<String> wrong(Lookup<Row> answer) {
    if (!(answer instanceof Lookup.Found<Row>(Row row))) {
      return List.of(answer.toString());
    }
    List<String> wrong = new ArrayList<>();
    RIGHT.forEach(
        (column, value) -> {
          if (row.columns().indexOf(column) >= 0 && !value.equals(row.stored(column))) {
            wrong.add(column + " is " + row.stored(column));
          }
        });
    return wrong;
  }

  private static boolean isAway(Lookup<?> answer) {
    return answer instanceof Lookup.Unavailable<?>(Outage outage)
        && outage.kind() == Outage.Kind.UNREACHABLE;
  }

  private static Row found(Lookup<Row> answer) {
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<Row>) answer).value();
  }

  private Realtime startedAndUsed() throws Exception {
    Realtime realtime = started();
    assertThat(wrong(realtime.find("phones", "name", "bob"))).isEmpty();
    assertThat(
            realtime.update(
                "phones", BOB, List.of(new Field("port", "5060"), new Field("secret", "pw"))))
        .isEqualTo(new Change.Done(1));
    return realtime;
  }

  private Realtime started(String... policy) throws Exception {
    List<String> section = new ArrayList<>(section());
    section.addFirst("[db]");
    List<String> lines = new ArrayList<>(List.of(policy));
    lines.addFirst("[phones]");
    running =
        new ModuleHarness(directory, driver())
            .file("extconfig.conf", "[settings]", "phones => " + driverName() + ",db,phones")
            .file("realtime.conf", lines.toArray(String[]::new))
            .file(file(), section.toArray(String[]::new))
            .load();
    return realtime();
  }

  private Realtime realtime() throws Exception {
    ModuleHarness harness = running;
    if (harness == null) {
      throw new IllegalStateException("not started");
    }
    return harness.realtime();
  }

  private void stop() {
    ModuleHarness harness = running;
    running = null;
    if (harness != null) {
      harness.close();
    }
  }
}
