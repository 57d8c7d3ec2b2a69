package org.ara.driver.sql.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.Sections;
import org.ara.driver.sql.SqlDriver;
import org.ara.driver.sql.SqlTable;
import org.ara.driver.sql.feed.Heard;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.spi.ChangeFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));

  @TempDir private Path directory;
  private final Heard heard = new Heard();
  private Path file;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = directory.resolve("ara.sqlite3");
    database = open("ara", file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatAnotherProgramCommitsIsTold() throws SQLException {
    listen();

    execute("UPDATE phones SET port = 1");

    heard.await(Heard.ANYWHERE);
    assertThat(heard.lines()).startsWith("live");
  }

  @Test
  void whatIsRolledBackOrOnlyReadIsNotTold() throws SQLException {
    listen();
    heard.clear();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN");
      statement.execute("UPDATE phones SET port = 1");
      statement.execute("ROLLBACK");
      statement.execute("SELECT * FROM phones");
    }
    Heard later = new Heard();
    database.changes("later").orElseThrow().listen(later);
    later.await("live");

    assertThat(heard.lines()).isEmpty();
  }

  @Test
  void ownWritesAreToldBeforeTheyAreAnswered() {
    listen();
    SqlTable phones = new SqlTable(database, "phones");
    for (int i = 0; i < 50; i++) {
      heard.clear();
      assertThat(phones.update(BOB, List.of(new Field("port", "506" + i))))
          .isEqualTo(new Change.Done(1));
      assertThat(heard.lines()).as("write %s", i).contains(Heard.ANYWHERE);
    }
  }

  @Test
  void aFileThatVanishesLosesTheFeedUntilItIsBack() throws Exception {
    listen();
    heard.clear();
    Path aside = directory.resolve("aside");

    Files.move(file, aside);
    heard.awaitContaining("lost: sqlite3 [ara]", file.toString(), "there is no such file");
    Files.move(aside, file);

    heard.await("live");
    execute("UPDATE phones SET port = 2");
    heard.await(Heard.ANYWHERE);
  }

  @Test
  void anotherFileInItsPlaceIsLostAndThenLive() throws Exception {
    listen();
    heard.clear();
    Path other = directory.resolve("other.sqlite3");
    open("other", other).close();

    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    heard.awaitContaining("lost: sqlite3 [ara]");
    heard.await("live");
    execute("UPDATE phones SET port = 2");
    heard.await(Heard.ANYWHERE);
  }

  @Test
  void listenersFollowTheConfiguration() throws Exception {
    SqlDriver<SqliteDatabase> driver = new SqlDriver<>("sqlite3", "x.conf", Sections::named);
    ChangeFeed feed = driver.table("ara", "phones").changes().orElseThrow();

    try (ChangeFeed.Subscription subscription = feed.listen(heard)) {
      heard.awaitContaining("lost: sqlite3 phones: x.conf has no section [ara]");
      driver.use(Map.of("ara", open("ara", file)));
      heard.await("live");
      heard.clear();

      Path second = directory.resolve("second.sqlite3");
      driver.use(Map.of("ara", open("ara", second), "kept", open("kept", file)));
      heard.awaitContaining("lost: the configuration");
      heard.await("live");
      file = second;
      execute("UPDATE phones SET port = 2");
      heard.await(Heard.ANYWHERE);
      heard.clear();
      driver.use(Map.of());
      heard.awaitContaining("lost: sqlite3 phones: x.conf has no section [ara]");
      assertThat(subscription).isNotNull();
    }
  }

  private SqliteDatabase open(String section, Path where) throws Exception {
    SqliteDatabase opened = new SqliteDatabase(SqliteSettings.defaults(section, where));
    opened.createIfMissing();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + where);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS phones (name TEXT, port INTEGER)");
      statement.execute("INSERT INTO phones VALUES ('bob', 0)");
    }
    return opened;
  }

  private void listen() {
    database.changes("phones").orElseThrow().listen(heard);
    heard.await("live");
  }

  private void execute(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }
}
