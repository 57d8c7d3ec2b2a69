package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlCrowdContract;
import org.ara.driver.sql.SqlTable;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Among the contract's names are some that differ only in blanks at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlCrowdTest extends SqlCrowdContract {

  private static final List<String> ALIKE =
      List.of(
          "bob",
          "BOB",
          "Bob",
          "bob ",
          "bob   ",
          "böb",
          "BÖB",
          "bo\u0308b",
          "bob\t",
          " bob",
          "b_b",
          "b%",
          "bob\u0000",
          "",
          " ",
          "strasse",
          "straße",
          "ア",
          "あ",
          "😀",
          "😁",
          "?",
          "zoe",
          "x".repeat(40),
          "x".repeat(40) + " ",
          "x".repeat(41),
          "X".repeat(39),
          "x".repeat(5000),
          "bob" + " ".repeat(5000),
          "null",
          "NULL",
          "0",
          "00");

  private final MariaDatabase real =
      MariaServer.shared()
          .createDatabase(
              List.of("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"));

  @Override
  protected Database open() {
    real.execute("DROP TABLE IF EXISTS phones, alike, typed");
    return new MysqlDatabase(TestSettings.of(real.server().port(), real.name()));
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }

  @Test
  void lookupsThatWaitLeaveAsOneQuery() throws Exception {
    assertThat(find("p1")).isInstanceOf(Lookup.Found.class);
    long before = phones.lookups().batches();

    List<Lookup<List<Row>>> answers =
        whileLocked(
            "phones", phones, IntStream.range(0, 60).mapToObj(i -> "p" + i).toList(), this::find);

    assertThat(answers).allMatch(answer -> answer instanceof Lookup.Found);
    assertThat(phones.lookups().batches() - before).isLessThanOrEqualTo(4);
    assertThat(phones.lookups().largest()).isGreaterThanOrEqualTo(29);
  }

  @Test
  void updatesThatWaitShareTheNextCommit() throws Exception {
    assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
    long before = phones.updates().batches();
    int commits = commits();

    List<Change> answers =
        whileLocked(
            "phones",
            phones,
            IntStream.range(0, 60).mapToObj(i -> "p" + i).toList(),
            name -> change(name, "h"));

    assertThat(answers).containsOnly(new Change.Done(1));
    assertThat(phones.updates().batches() - before).isLessThanOrEqualTo(4);
    assertThat(commits() - commits).isLessThanOrEqualTo(2);
  }

  /** Explicit commits; what one statement commits by itself is not counted. */
  private int commits() {
    return Integer.parseInt(
        String.valueOf(
            real.query(
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                    + " WHERE VARIABLE_NAME = 'COM_COMMIT'")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8mb4_bin",
        "utf8mb4_nopad_bin",
        "utf8mb4_general_ci",
        "utf8mb4_unicode_nopad_ci",
        "utf8mb4_uca1400_ai_ci",
        "utf8mb4_uca1400_as_cs",
        "latin1_swedish_ci",
        "latin1_german2_ci",
        "utf8mb3_general_ci",
        "cp1251_ukrainian_ci"
      })
  void whatIsEqualIsForTheCollationToSay(String collation) throws Exception {
    SqlTable alike = alike(collation, "NOT NULL PRIMARY KEY");
    Function<String, Lookup<List<Row>>> ask =
        key -> alike.select(List.of(Condition.equal("name", key)), "name", 1);
    Map<String, List<String>> alone = new HashMap<>();
    for (String key : ALIKE) {
      alone.put(key, told(ask.apply(key)));
    }

    List<String> shuffled = new ArrayList<>(ALIKE);
    for (int i = 0; i < 3; i++) {
      Collections.rotate(shuffled, 7);
      List<Lookup<List<Row>>> together = whileLocked("alike", alike, shuffled, ask);
      for (int j = 0; j < shuffled.size(); j++) {
        assertThat(told(together.get(j))).as(shuffled.get(j)).isEqualTo(alone.get(shuffled.get(j)));
      }
    }
    assertThat(alike.lookups().largest()).isGreaterThan(ALIKE.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8mb4_bin", "utf8mb4_uca1400_ai_ci", "latin1_swedish_ci"})
  void tablesWithoutAKeyAndNullsAnswerTogetherAsAlone(String collation) throws Exception {
    SqlTable alike = alike(collation, "");
    real.execute(
        "INSERT INTO alike (name, note) VALUES ('bob', 'second'), ('BOB', 'third'), (NULL, 'none'),"
            + " (NULL, 'no one')");
    Function<String, Lookup<List<Row>>> ask =
        key -> alike.select(List.of(Condition.equal("name", key)), "name", 0);
    List<List<String>> alone = ALIKE.stream().map(ask).map(MysqlCrowdTest::told).toList();

    List<Lookup<List<Row>>> together = whileLocked("alike", alike, ALIKE, ask);

    for (int i = 0; i < ALIKE.size(); i++) {
      assertThat(told(together.get(i)))
          .as(ALIKE.get(i))
          .containsExactlyInAnyOrderElementsOf(alone.get(i));
    }
    assertThat(alone.getFirst()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8mb4_bin", "utf8mb4_uca1400_ai_ci", "latin1_swedish_ci"})
  void updatesByKeysThatAreAlikeAreCountedAsAlone(String collation) throws Exception {
    SqlTable alike = alike(collation, "NOT NULL PRIMARY KEY");
    Function<String, Change> write =
        key ->
            alike.update(
                List.of(Condition.equal("name", key)),
                List.of(new Field("note", "n"), new Field("at", "2024-02-03")));
    List<Change> alone = ALIKE.stream().map(write).toList();
    real.execute("UPDATE alike SET note = ''");

    List<Change> together = whileLocked("alike", alike, ALIKE, write);

    for (int i = 0; i < ALIKE.size(); i++) {
      assertThat(together.get(i)).as(ALIKE.get(i)).isEqualTo(alone.get(i));
    }
    assertThat(real.query("SELECT COUNT(*) FROM alike WHERE note = 'n'"))
        .isEqualTo(real.query("SELECT COUNT(*) FROM alike WHERE at IS NOT NULL"));
    assertThat(alike.updates().largest()).isGreaterThan(1);
  }

  @Test
  void manyAbsentRowsAreCountedInTheSameCommit() throws Exception {
    assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
    List<String> names =
        IntStream.range(0, 50).mapToObj(i -> i % 2 == 0 ? "p" + i : "nobody" + i).toList();

    List<Change> answers = whileLocked("phones", phones, names, name -> change(name, "new"));

    for (int i = 0; i < names.size(); i++) {
      assertThat(answers.get(i)).as(names.get(i)).isEqualTo(new Change.Done(i % 2 == 0 ? 1 : 0));
    }
    assertThat(real.query("SELECT COUNT(*) FROM phones WHERE host = 'new'")).isEqualTo("25");
  }

  @Test
  void whatOneColumnCannotHoldIsRefusedAloneWhateverItsType() throws Exception {
    real.execute(
        "CREATE TABLE typed (id INT PRIMARY KEY, word VARCHAR(10), number TINYINT UNSIGNED,"
            + " money DECIMAL(6,2), ratio DOUBLE, at DATETIME, day DATE, bytes BLOB)");
    real.execute(
        "INSERT INTO typed (id) VALUES "
            + String.join(",", Collections.nCopies(1, "(0)"))
            + IntStream.range(1, 30).mapToObj(i -> ",(" + i + ")").reduce("", String::concat));
    List<String> values =
        List.of(
            "",
            " ",
            "1",
            "01",
            "-1",
            "255",
            "256",
            "1.5",
            "1.555",
            "1e2",
            "x",
            "1x",
            "0x10",
            "12345678901",
            "2024-02-03",
            "2024-02-30",
            "2024-02-03 04:05:06",
            "2024-02-03T04:05:06",
            "04:05",
            "soon",
            "ünï",
            "😀",
            "a\\b'c",
            "99999.99",
            "0000-00-00",
            " 7",
            "7 ",
            "NULL",
            "true",
            "\t");
    for (String column : List.of("word", "number", "money", "ratio", "at", "day", "bytes")) {
      SqlTable typed = new SqlTable(database, "typed");
      Function<String, Change> write =
          id ->
              typed.update(
                  List.of(Condition.equal("id", id)),
                  List.of(new Field(column, values.get(Integer.parseInt(id)))));
      List<String> ids = IntStream.range(0, values.size()).mapToObj(String::valueOf).toList();
      List<Change> alone = ids.stream().map(write).toList();
      List<String> stored = stored(typed, column);
      real.execute("UPDATE typed SET " + column + " = NULL");

      List<Change> together = whileLocked("typed", typed, ids, write);

      for (int i = 0; i < ids.size(); i++) {
        assertThat(together.get(i)).as(column + " " + values.get(i)).isEqualTo(alone.get(i));
      }
      assertThat(stored(typed, column)).as(column).isEqualTo(stored);
    }
  }

  private static List<String> stored(SqlTable table, String column) {
    return ((Lookup.Found<List<Row>>) table.select(List.of(Condition.like("id", "%")), "id", 0))
        .value().stream().map(row -> row.stored("id") + "=" + row.stored(column)).sorted().toList();
  }

  @Test
  void aRowThatSomebodyHoldsKeepsOnlyItsOwnUpdateWaiting() throws Exception {
    assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
    try (Connection holder = real.connect();
        Statement hold = holder.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      holder.setAutoCommit(false);
      hold.execute("UPDATE phones SET host = 'held' WHERE name IN ('p3', 'p7')");
      long before = arrived(phones);
      Future<Change> first = threads.submit(() -> change("p3", "h"));
      await().until(() -> phones.updates().inFlight() == 1);
      List<Future<Change>> rest = new ArrayList<>();
      for (int i = 7; i < 20; i++) {
        String name = "p" + i;
        rest.add(threads.submit(() -> change(name, "h")));
      }
      await().until(() -> arrived(phones) - before == 14);
      assertThat(first.get()).isInstanceOf(Change.Unavailable.class);
      assertThat(rest.getFirst().get()).isInstanceOf(Change.Unavailable.class);
      for (Future<Change> free : rest.subList(1, rest.size())) {
        assertThat(free.get()).isEqualTo(new Change.Done(1));
      }
      holder.rollback();
    }
  }

  @Test
  void aDeadlockWithAnotherProgramFailsNobody() throws Exception {
    try (Connection other = real.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      for (int round = 0; round < 5; round++) {
        List<String> names = IntStream.range(10, 60).mapToObj(i -> "p" + i).toList();
        statement.execute("UPDATE phones SET note = 'o' WHERE name = 'p59'");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
          List<Future<Change>> answers =
              names.stream().map(name -> threads.submit(() -> change(name, "h"))).toList();
          await().until(() -> phones.updates().inFlight() > 0 && rowsLocked() > 1);
          try {
            statement.execute("UPDATE phones SET note = 'o' WHERE name = 'p10'");
          } catch (SQLException e) {
            assertThat(e.getErrorCode()).isEqualTo(1213);
          }
          other.commit();
          for (Future<Change> answer : answers) {
            assertThat(answer.get()).isEqualTo(new Change.Done(1));
          }
        }
      }
    }
  }

  private int rowsLocked() {
    return Integer.parseInt(
        String.valueOf(real.query("SELECT COUNT(*) FROM information_schema.INNODB_TRX")));
  }

  @Test
  void manyKeysAreFoundThroughTheIndex() {
    real.execute("ANALYZE TABLE phones");
    find("p1");
    var name =
        phones.knownColumns().stream()
            .filter(c -> c.name().equals("name"))
            .findFirst()
            .orElseThrow();
    var table = new org.ara.driver.sql.DescribedTable("`phones`", phones.knownColumns(), 0);
    String sql = new JoinedSelect(table, List.of(name)).sql(4);

    String plan = real.query("EXPLAIN FORMAT=JSON " + sql.replace("?", "'p7'"));

    assertThat(plan).contains("\"access_type\": \"eq_ref\"");
  }

  /** A table whose name column has a collation, with those names in it that fit. */
  private SqlTable alike(String collation, String key) {
    real.execute(
        "CREATE TABLE alike (id INT AUTO_INCREMENT UNIQUE, name VARCHAR(40) CHARACTER SET %s COLLATE %s %s, note VARCHAR(10), at DATETIME)"
            .formatted(collation.split("_", 2)[0], collation, key));
    SqlTable alike = new SqlTable(database, "alike");
    for (String name : List.of("bob", "böb", "strasse", "", "?", "x".repeat(40), "😀", "ア", "0")) {
      alike.insert(List.of(new Field("name", name)));
    }
    assertThat(real.query("SELECT COUNT(*) FROM alike")).matches("[5-9]");
    return alike;
  }

  /** What a crowd is answered whose first are held up until all of them are there. */
  private <T> List<T> whileLocked(
      String table, SqlTable asked, List<String> keys, Function<String, T> work) throws Exception {
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lock.execute("LOCK TABLES " + table + " WRITE");
      long before = arrived(asked);
      List<Future<T>> answers = new ArrayList<>();
      for (String key : keys) {
        answers.add(threads.submit(() -> work.apply(key)));
      }
      await().until(() -> arrived(asked) - before == keys.size());
      lock.execute("UNLOCK TABLES");
      List<T> given = new ArrayList<>();
      for (Future<T> answer : answers) {
        given.add(answer.get());
      }
      return given;
    }
  }

  private static long arrived(SqlTable table) {
    return Stream.of(table.lookups(), table.updates())
        .mapToLong(status -> status.requests() + status.waiting())
        .sum();
  }

  private static List<String> told(Lookup<List<Row>> answer) {
    return switch (answer) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          rows.stream().map(row -> row.columns() + ":" + row.entries()).toList();
      case Lookup.Absent<List<Row>>() -> List.of("absent");
      case Lookup.Unavailable<List<Row>>(var outage) -> List.of(outage.message());
    };
  }

  private Lookup<List<Row>> find(String name) {
    return phones.select(List.of(Condition.equal("name", name)), "name", 1);
  }

  private Change change(String name, String host) {
    return phones.update(List.of(Condition.equal("name", name)), List.of(new Field("host", host)));
  }
}
