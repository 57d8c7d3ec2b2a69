package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ara.driver.sql.feed.Heard;
import org.ara.driver.sql.schema.MysqlTriggers;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlFeedTest {

  private final MariaDatabase real = MariaServer.shared().createDatabase();
  private final MysqlTriggers triggers = new MysqlTriggers(real.name(), "phones", List.of("name"));
  private FaultyProxy proxy;
  private MysqlDatabase database;
  private Heard heard;

  @BeforeEach
  void open() {
    real.execute("DROP TABLE IF EXISTS phones");
    real.execute("DROP TABLE IF EXISTS ara_changes");
    real.execute(
        "CREATE TABLE phones (name varchar(80) PRIMARY KEY, port integer)"
            + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
    proxy = new FaultyProxy("127.0.0.1", real.server().port());
    database = new MysqlDatabase(TestSettings.of(proxy.port(), real.name()));
    heard = new Heard();
  }

  @AfterEach
  void close() {
    database.close();
    proxy.close();
  }

  @Test
  void whatAnotherProgramCommitsIsToldByKey() {
    install();
    listen();

    real.execute("INSERT INTO phones VALUES ('bob', 1), ('a\\\\l\\t', 2)");
    heard.await("name=bob");
    heard.await("name=a\\l\t");
    heard.clear();
    real.execute("UPDATE phones SET name = 'rob' WHERE name = 'bob'");
    heard.await("name=bob");
    heard.await("name=rob");
    heard.clear();
    real.execute("DELETE FROM phones WHERE name = 'rob'");
    heard.await("name=rob");

    assertThat(heard.lines()).containsExactly("name=rob");
  }

  @Test
  void whatCommitsLateIsToldThoughLaterRowsWereToldBefore() throws SQLException {
    install();
    try (Connection early = real.connect();
        Connection first = real.connect();
        Connection second = real.connect();
        Statement before = early.createStatement();
        Statement slow = first.createStatement();
        Statement other = second.createStatement()) {
      early.setAutoCommit(false);
      before.execute("INSERT INTO phones VALUES ('before', 0)");
      real.execute("INSERT INTO phones VALUES ('known', 0)");
      listen();
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      slow.execute("INSERT INTO phones VALUES ('slow', 1)");
      other.execute("INSERT INTO phones VALUES ('undone', 2)");
      real.execute("INSERT INTO phones VALUES ('quick', 3)");
      heard.await("name=quick");
      second.rollback();
      real.execute("INSERT INTO phones VALUES ('quicker', 4)");
      heard.await("name=quicker");
      assertThat(heard.lines()).doesNotContain("name=slow", "name=before");

      first.commit();
      heard.await("name=slow");
      early.commit();
      heard.await("name=before");
    }
    assertThat(heard.lines()).doesNotContain("name=undone", "name=known");
  }

  @Test
  void aTableWithoutTriggersIsLostWithTheCommandThatMendsIt() {
    database.changes("phones").orElseThrow().listen(heard);
    heard.awaitContaining(
        "lost: mysql [general]", "changes of phones are not told", "./ara schema notify phones");

    install();
    heard.await("live name");

    real.execute("DROP TRIGGER ara_tell_phones_update");
    heard.awaitContaining("incomplete or out of date");
  }

  @Test
  void aTableThatIsEmptiedOrAlteredLosesWhatWasKnown() {
    install();
    real.execute("INSERT INTO phones VALUES ('bob', 1)");
    listen();
    heard.clear();

    real.execute("ALTER TABLE phones ADD COLUMN secret varchar(10) DEFAULT 'x'");
    heard.awaitContaining("lost", "altered or emptied");
    heard.await("live name");
  }

  @Test
  void keysThatIgnoreCaseNameNoRows() {
    real.execute("ALTER TABLE phones CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    install();
    listen();

    real.execute("INSERT INTO phones VALUES ('bob', 1)");

    heard.await(Heard.ANYWHERE);
    assertThat(heard.lines()).containsExactly("live", Heard.ANYWHERE);
  }

  @Test
  void aConnectionThatBreaksOrGoesSilentLosesTheFeed() {
    install();
    listen();
    heard.clear();

    proxy.refuse();
    heard.awaitContaining("lost: mysql [general]", "changes are not told");
    proxy.pass();
    heard.await("live name");
    heard.clear();
    proxy.hang();
    heard.awaitContaining("lost: mysql [general]");
    proxy.pass();
    heard.await("live name");
    real.execute("INSERT INTO phones VALUES ('bob', 1)");
    heard.await("name=bob");
  }

  private void install() {
    triggers.install().forEach(real::execute);
  }

  private void listen() {
    database.changes("phones").orElseThrow().listen(heard);
    heard.awaitContaining("live");
  }
}
