package org.ara.driver.sql.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.SqlTable;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));

  @TempDir private Path directory;
  private Path file;
  private SqliteDatabase database;
  private SqlTable phones;

  @BeforeEach
  void open() throws DatabaseException, SQLException {
    file = directory.resolve("ara.sqlite3");
    database = new SqliteDatabase(SqliteSettings.defaults("ara", file));
    database.createIfMissing();
    fill(file, "first");
    phones = new SqlTable(database, "phones");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aMissingFileIsCreatedAndItsMissingTableIsSaid() throws DatabaseException {
    Path fresh = directory.resolve("fresh.sqlite3");
    try (SqliteDatabase created = new SqliteDatabase(SqliteSettings.defaults("ara", fresh))) {
      created.createIfMissing();

      assertThat(fresh).exists();
      assertThat(outage(new SqlTable(created, "phones").select(BOB, "name", 1)))
          .isEqualTo(
              new Outage(
                  Outage.Kind.REFUSED,
                  "sqlite3 [ara] ("
                      + fresh
                      + ") has no table phones: create it, or correct its name in extconfig.conf"));
    }
  }

  @Test
  void aFileThatVanishesIsUnreachableUntilItIsBack() throws IOException {
    assertThat(look()).isInstanceOf(Lookup.Found.class);
    Path aside = directory.resolve("aside");
    Files.move(file, aside);

    await().until(() -> look() instanceof Lookup.Unavailable);
    assertThat(outage(look()).kind()).isEqualTo(Outage.Kind.UNREACHABLE);
    assertThat(outage(look()).message()).contains(file.toString());
    assertThat(phones.update(BOB, List.of(new Field("secret", "x"))))
        .isInstanceOf(Change.Unavailable.class);
    assertThat(file).doesNotExist();

    Files.move(aside, file);
    await().until(() -> look() instanceof Lookup.Found);
  }

  @Test
  void aFileThatIsReplacedIsUsedFromThenOn() throws Exception {
    assertThat(secret()).isEqualTo("first");
    Path other = directory.resolve("other");
    fill(other, "second");

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    await().until(() -> secret().equals("second"));
    assertThat(phones.update(BOB, List.of(new Field("secret", "third"))))
        .isEqualTo(new Change.Done(1));
    assertThat(secret()).isEqualTo("third");
  }

  @Test
  void aLockOfAnotherProgramHoldsUpWritesAndNotLookups() throws SQLException {
    try (Connection other = connect(file);
        Statement lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");

      assertThat(look()).isInstanceOf(Lookup.Found.class);
      Change change = phones.update(BOB, List.of(new Field("secret", "x")));
      assertThat(change).isInstanceOf(Change.Unavailable.class);
      assertThat(((Change.Unavailable) change).outage().message())
          .contains("phones", "locked", file.toString());

      lock.execute("ROLLBACK");
    }
    assertThat(phones.update(BOB, List.of(new Field("secret", "x")))).isEqualTo(new Change.Done(1));
  }

  @Test
  void aWriteWaitsForALockThatIsGivenUpInTime() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection other = connect(file);
        Statement lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");
      Future<Change> change =
          threads.submit(() -> phones.update(BOB, List.of(new Field("secret", "x"))));
      lock.execute("ROLLBACK");

      assertThat(change.get()).isEqualTo(new Change.Done(1));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSaid() throws Exception {
    Path text = Files.writeString(directory.resolve("text"), "no database at all\n".repeat(100));
    try (SqliteDatabase wrong = new SqliteDatabase(SqliteSettings.defaults("ara", text))) {
      wrong.createIfMissing();

      assertThat(outage(new SqlTable(wrong, "phones").select(BOB, "name", 1)).message())
          .contains(text.toString())
          .contains("not a database");
    }
  }

  @Test
  void aStatementThatRunsTooLongIsEnded() throws SQLException {
    try (Connection other = connect(file);
        Statement statement = other.createStatement()) {
      statement.execute(
          "CREATE VIEW endless AS WITH RECURSIVE n(name) AS"
              + " (SELECT 1 UNION ALL SELECT name + 1 FROM n) SELECT name FROM n");
    }

    assertThat(outage(new SqlTable(database, "endless").select(BOB, "name", 1)).message())
        .contains("endless")
        .contains("took too long");
    assertThat(look()).isInstanceOf(Lookup.Found.class);
  }

  private Lookup<List<Row>> look() {
    return phones.select(BOB, "name", 1);
  }

  private String secret() {
    return look() instanceof Lookup.Found<List<Row>>(List<Row> rows)
        ? String.valueOf(rows.getFirst().stored("secret"))
        : "";
  }

  private static void fill(Path file, String secret) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE phones (name TEXT PRIMARY KEY, secret TEXT)");
      statement.execute("INSERT INTO phones VALUES ('bob', '" + secret + "')");
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static Outage outage(Lookup<?> answer) {
    assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
    return ((Lookup.Unavailable<?>) answer).outage();
  }
}
