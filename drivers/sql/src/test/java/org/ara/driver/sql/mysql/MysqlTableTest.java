package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlColumn;
import org.ara.driver.sql.SqlTable;
import org.ara.driver.sql.SqlTableContract;
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
import org.junit.jupiter.params.provider.CsvSource;

/** One database for all tests: making one takes longer than a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlTableTest extends SqlTableContract {

  private final MariaDatabase real =
      MariaServer.shared()
          .createDatabase(List.of("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"));

  @Override
  protected Database open() {
    real.execute("DROP TABLE IF EXISTS phones, later, typed");
    return new MysqlDatabase(TestSettings.of(real.server().port(), real.name()));
  }

  /** A program that spells its statements as the standard does. */
  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection(
        real.url() + "?sessionVariables=sql_mode='ANSI,STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES'",
        real.server().user(),
        real.server().password());
  }

  @Test
  void anUpdateThatWritesWhatWasThereHasFoundItsRow() {
    execute("INSERT INTO phones (name, port) VALUES ('bob', 5060)");
    List<Condition> bob = List.of(Condition.equal("name", "bob"));

    assertThat(phones.update(bob, List.of(new Field("port", "5060"))))
        .isEqualTo(new Change.Done(1));
  }

  @Test
  void aNumberColumnIsSearchedThroughItsIndex() {
    execute("CREATE INDEX phones_port ON phones (port)");
    for (int i = 0; i < 200; i++) {
      execute("INSERT INTO phones (name, port) VALUES ('p" + i + "', " + i + ")");
    }
    execute("ANALYZE TABLE phones");

    assertThat(names(Condition.equal("port", "77"))).containsExactly("p77");

    String comparison = new MysqlDialect().comparison(column("port"), Condition.Operator.EQUAL);
    assertThat(
            real.query(
                "EXPLAIN FORMAT=JSON SELECT * FROM phones WHERE "
                    + comparison.replace("(?,", "('77',")))
        .contains("phones_port");
  }

  @ParameterizedTest
  @CsvSource({"5060x", "x", "0x10", "--5", "1e", "''", "0;", "5 0"})
  void whatIsNoNumberIsNotZeroAndNotTheNumberItBeginsWith(String value) {
    execute("INSERT INTO phones (name, port) VALUES ('zero', 0), ('five', 5060), ('none', NULL)");

    assertThat(phones.select(List.of(Condition.equal("port", value)), "port", 0))
        .isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void valuesAreTextsAsTheServerPrintsThem() {
    execute(
        "CREATE TABLE typed (name VARCHAR(10), yes TINYINT(1), money DECIMAL(8,2), ratio DOUBLE,"
            + " at DATETIME, day DATE, word ENUM('a','b'), bytes BLOB, small TINYINT UNSIGNED,"
            + " stamp DATETIME(3))",
        "INSERT INTO typed VALUES ('x', 1, 1.50, 0.1, '2024-02-03 04:05:06', '2024-02-03', 'b',"
            + " 'raw', 200, '2024-02-03 04:05:06.789')");

    Row row =
        found(
                new SqlTable(database, "typed")
                    .select(List.of(Condition.equal("name", "x")), "name", 1))
            .getFirst();

    assertThat(row.entries())
        .extracting(Field::value)
        .containsExactly(
            "x",
            "1",
            "1.50",
            "0.1",
            "2024-02-03 04:05:06",
            "2024-02-03",
            "b",
            "raw",
            "200",
            "2024-02-03 04:05:06.789000");
  }

  @Test
  void aTimeOrWordThatDoesNotFitIsRefusedByName() {
    execute(
        "CREATE TABLE typed (name VARCHAR(10), at DATETIME, word ENUM('a','b'), small TINYINT)");
    SqlTable typed = new SqlTable(database, "typed");

    assertThat(refused(typed.insert(List.of(new Field("at", "soon")))).message())
        .contains("typed.at", "'soon'", "datetime");
    assertThat(refused(typed.insert(List.of(new Field("word", "c")))).message())
        .contains("typed.word", "'c'", "enum");
    assertThat(refused(typed.insert(List.of(new Field("small", "128")))).message())
        .contains("typed.small", "'128'", "tinyint");
    assertThat(typed.insert(List.of(new Field("at", ""), new Field("word", "a"))))
        .isEqualTo(new Change.Done(1));
  }

  @Test
  void aLongFileMayTakeLongerToReadThanAStatementMay() throws SQLException {
    execute(
        "CREATE TABLE typed (name VARCHAR(10), filler VARCHAR(1000))",
        "INSERT INTO typed SELECT 'x', REPEAT('f', 1000) FROM seq_1_to_20000");
    try (Connection other = otherProgram();
        Statement slow = other.createStatement()) {
      Lookup<int[]> read =
          new SqlTable(database, "typed")
              .scan(
                  List.of(Condition.equal("name", "x")),
                  "name",
                  () -> new int[1],
                  (count, row) -> {
                    if (count[0]++ == 0) {
                      passDeadline(slow);
                    }
                  });

      assertThat(read)
          .isInstanceOfSatisfying(
              Lookup.Found.class,
              found -> assertThat((int[]) found.value()).containsExactly(20000));
    }
    assertThatOtherStatementsStillHaveADeadline();
  }

  private void assertThatOtherStatementsStillHaveADeadline() {
    execute("CREATE VIEW later AS SELECT 'y' AS name, SLEEP(1.9) AS slept");
    try {
      assertThat(
              new SqlTable(database, "later")
                  .select(List.of(Condition.equal("name", "y")), "name", 0))
          .isInstanceOf(Lookup.Unavailable.class);
    } finally {
      execute("DROP VIEW later");
    }
  }

  private static void passDeadline(Statement statement) {
    try {
      statement.execute("SELECT SLEEP(1.3)");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private SqlColumn column(String name) {
    return phones.knownColumns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
