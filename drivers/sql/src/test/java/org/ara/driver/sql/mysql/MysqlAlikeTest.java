package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlTable;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that only the database can tell apart get together what each would get alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlAlikeTest {

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

  private final MariaDatabase real = MariaServer.shared().createDatabase(List.of());
  private final LockedCrowd crowd = new LockedCrowd(real);
  private Database database;

  @BeforeEach
  void open() {
    real.execute("DROP TABLE IF EXISTS alike, typed");
    database = new MysqlDatabase(TestSettings.of(real.server().port(), real.name()));
  }

  @AfterEach
  void close() {
    database.close();
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
      List<Lookup<List<Row>>> together = crowd.whileLocked("alike", alike, shuffled, ask);
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
    List<List<String>> alone = ALIKE.stream().map(ask).map(MysqlAlikeTest::told).toList();

    List<Lookup<List<Row>>> together = crowd.whileLocked("alike", alike, ALIKE, ask);

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

    List<Change> together = crowd.whileLocked("alike", alike, ALIKE, write);

    for (int i = 0; i < ALIKE.size(); i++) {
      assertThat(together.get(i)).as(ALIKE.get(i)).isEqualTo(alone.get(i));
    }
    assertThat(real.query("SELECT COUNT(*) FROM alike WHERE note = 'n'"))
        .isEqualTo(real.query("SELECT COUNT(*) FROM alike WHERE at IS NOT NULL"));
    assertThat(alike.updates().largest()).isGreaterThan(1);
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

      List<Change> together = crowd.whileLocked("typed", typed, ids, write);

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

  private static List<String> told(Lookup<List<Row>> answer) {
    return switch (answer) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          rows.stream().map(row -> row.columns() + ":" + row.entries()).toList();
      case Lookup.Absent<List<Row>>() -> List.of("absent");
      case Lookup.Unavailable<List<Row>>(var outage) -> List.of(outage.message());
    };
  }
}
