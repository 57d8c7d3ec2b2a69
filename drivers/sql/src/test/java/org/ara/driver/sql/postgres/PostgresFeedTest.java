package org.ara.driver.sql.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ara.driver.sql.feed.Heard;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFeedTest {

  private static final PostgresTriggers PHONES =
      new PostgresTriggers("public", "phones", List.of("name"));

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared().createDatabase();
  private FaultyProxy proxy;
  private PostgresDatabase database;
  private Heard heard;

  @BeforeEach
  void open() {
    real.execute(
        "DROP TABLE IF EXISTS phones, queues, moved CASCADE;"
            + " CREATE TABLE phones (name varchar(80) PRIMARY KEY, port integer)");
    proxy = new FaultyProxy("127.0.0.1", real.server().port());
    database = new PostgresDatabase(TestSettings.of(proxy.port(), real.name()));
    heard = new Heard();
  }

  @AfterEach
  void close() {
    database.close();
    proxy.close();
  }

  @Test
  void whatAnotherProgramCommitsIsToldByKey() {
    install(PHONES);
    listen("phones");

    real.execute("INSERT INTO phones VALUES ('bob', 1), ('al', 2)");
    heard.await("name=bob");
    heard.await("name=al");
    heard.clear();
    real.execute("UPDATE phones SET port = 3 WHERE name = 'al'");
    heard.await("name=al");
    heard.clear();
    real.execute("DELETE FROM phones WHERE name = 'bob'");
    heard.await("name=bob");

    assertThat(heard.lines()).containsExactly("name=bob");
  }

  @Test
  void aKeyThatWasAlteredIsToldAsItWasAndAsItIs() {
    install(PHONES);
    real.execute("INSERT INTO phones VALUES ('bob', 1)");
    listen("phones");

    real.execute("UPDATE phones SET name = 'rob' WHERE name = 'bob'");

    heard.await("name=bob");
    heard.await("name=rob");
  }

  @Test
  void whatIsRolledBackIsNotTold() throws SQLException {
    install(PHONES);
    listen("phones");
    try (Connection other = real.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO phones VALUES ('ghost', 1)");
      other.rollback();
      statement.execute("INSERT INTO phones VALUES ('bob', 1)");
      other.commit();
    }

    heard.await("name=bob");
    assertThat(heard.lines()).containsExactly("live name", "name=bob");
  }

  @Test
  void tooManyRowsAndAnEmptiedTableAreToldAsAnyRow() {
    install(PHONES);
    listen("phones");

    real.execute("INSERT INTO phones SELECT 'phone' || i, i FROM generate_series(1, 900) i");
    heard.await("name=phone900");
    assertThat(heard.lines()).hasSize(901).doesNotContain(Heard.ANYWHERE);
    heard.clear();
    real.execute("UPDATE phones SET port = 0; INSERT INTO phones VALUES ('last', 1)");
    heard.await("name=last");
    heard.clear();
    real.execute("INSERT INTO phones SELECT 'many' || i, i FROM generate_series(1, 5000) i");
    heard.await(Heard.ANYWHERE);
    assertThat(heard.lines()).containsExactly(Heard.ANYWHERE);
    heard.clear();
    real.execute("TRUNCATE phones");
    heard.await(Heard.ANYWHERE);
  }

  @Test
  void keysOfAnyTextArriveAsTheyAreAndTooLongOnesAsAnyRow() {
    real.execute("CREATE TABLE queues (name text, member text)");
    install(new PostgresTriggers("public", "queues", List.of("name", "member")));
    listen("queues");

    real.execute("INSERT INTO queues VALUES (E'a\\tb\\n\\\\n', 'größe''s'), ('', '')");
    heard.await("name=a\tb\n\\n,member=größe's");
    heard.await("name=,member=");
    assertThat(heard.lines()).doesNotContain(Heard.ANYWHERE);
    real.execute("INSERT INTO queues VALUES (repeat('x', 9000), 'm')");
    heard.await(Heard.ANYWHERE);
    heard.clear();
    real.execute("INSERT INTO queues VALUES (NULL, 'm')");
    heard.await(Heard.ANYWHERE);
  }

  @Test
  void aKeyThatIsNoExactTextNamesNoRows() {
    real.execute("CREATE TABLE queues (id integer PRIMARY KEY)");
    install(new PostgresTriggers("public", "queues", List.of("id")));

    listen("queues");
    real.execute("INSERT INTO queues VALUES (7)");

    heard.await(Heard.ANYWHERE);
    assertThat(heard.lines()).containsExactly("live", Heard.ANYWHERE);
  }

  @Test
  void aTableWithoutTriggersIsLostWithTheCommandThatMendsIt() {
    database.changes("phones").orElseThrow().listen(heard);
    heard.awaitContaining(
        "lost: pgsql [general]", "changes of phones are not told", "./ara schema notify phones");

    install(PHONES);
    heard.await("live name");
  }

  @Test
  void aMissingTableAndAViewAreSaid() {
    real.execute("CREATE VIEW seen AS SELECT * FROM phones");
    database.changes("seen").orElseThrow().listen(heard);
    heard.awaitContaining("changes of seen are not told", "it is a view");
    database.changes("nowhere").orElseThrow().listen(heard);
    heard.awaitContaining("changes of nowhere are not told", "no such table");
  }

  @Test
  void triggersThatAreDroppedDisabledOrAlteredAreNoticed() {
    install(PHONES);
    listen("phones");

    real.execute("DROP TRIGGER ara_tell_update ON phones");
    heard.awaitContaining("incomplete, disabled or out of date", "./ara schema notify phones");
    heard.clear();
    install(PHONES);
    heard.await("live name");
    real.execute("ALTER TABLE phones DISABLE TRIGGER ara_tell_insert");
    heard.awaitContaining("incomplete, disabled or out of date");
    heard.clear();
    install(PHONES);
    heard.await("live name");
    real.execute(
        "CREATE OR REPLACE FUNCTION ara_tell_phones() RETURNS trigger LANGUAGE plpgsql"
            + " AS 'BEGIN RETURN NULL; END'");
    heard.awaitContaining("incomplete, disabled or out of date");
  }

  @Test
  void aTableThatIsAlteredLosesWhatWasKnownAndIsLiveAgain() {
    install(PHONES);
    listen("phones");
    heard.clear();

    real.execute("ALTER TABLE phones ADD COLUMN secret text DEFAULT 'x'");

    heard.awaitContaining("lost", "altered");
    heard.await("live name");
    heard.clear();
    real.execute("INSERT INTO phones VALUES ('bob', 1)");
    heard.await("name=bob");
  }

  @Test
  void triggersOfARenamedTableAreOutOfDate() {
    install(PHONES);
    real.execute("ALTER TABLE phones RENAME TO moved");

    database.changes("moved").orElseThrow().listen(heard);

    heard.awaitContaining("out of date", "./ara schema notify moved");
  }

  @Test
  void oneTableUnderTwoNamesIsToldUnderBoth() {
    install(PHONES);
    Heard other = new Heard();
    listen("phones");
    database.changes("public.PHONES").orElseThrow().listen(other);
    other.await("live name");

    real.execute("INSERT INTO phones VALUES ('bob', 1)");

    heard.await("name=bob");
    other.await("name=bob");
  }

  @Test
  void oneConnectionServesAllListenersAndOneWhoLeftHearsNothing() {
    install(PHONES);
    listen("phones");
    Heard second = new Heard();
    ChangeFeed.Subscription leaving = database.changes("phones").orElseThrow().listen(second);
    second.await("live name");
    leaving.close();

    real.execute("INSERT INTO phones VALUES ('bob', 1)");

    heard.await("name=bob");
    assertThat(second.lines()).containsExactly("live name");
    assertThat(lines()).isEqualTo("1");
  }

  @Test
  void withoutListenersThereIsNoConnection() {
    install(PHONES);
    ChangeFeed.Subscription only = listen("phones");
    assertThat(lines()).isEqualTo("1");

    only.close();

    await().until(() -> "0".equals(lines()));
    listen("phones");
  }

  @Test
  void aConnectionThatBreaksLosesTheFeedUntilThereIsAnother() {
    install(PHONES);
    listen("phones");
    heard.clear();

    proxy.refuse();
    heard.awaitContaining("lost: pgsql [general]", "changes are not told");
    real.execute("INSERT INTO phones VALUES ('unheard', 1)");
    proxy.pass();

    heard.await("live name");
    real.execute("INSERT INTO phones VALUES ('bob', 1)");
    heard.await("name=bob");
    assertThat(heard.lines()).doesNotContain("name=unheard").noneMatch(l -> l.contains("hidden-"));
  }

  @Test
  void aServerThatGoesSilentLosesTheFeed() {
    install(PHONES);
    listen("phones");
    heard.clear();

    proxy.hang();
    heard.awaitContaining("lost");
    proxy.pass();

    heard.await("live name");
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsListenedToAgain() {
    try (PostgresServer server = PostgresServer.launchNew()) {
      org.ara.testkit.postgres.PostgresDatabase own =
          server.createDatabase(List.of("CREATE TABLE phones (name text PRIMARY KEY)"));
      PHONES.install().forEach(own::execute);
      try (PostgresDatabase used =
          new PostgresDatabase(TestSettings.of(server.port(), own.name()))) {
        used.changes("phones").orElseThrow().listen(heard);
        heard.await("live name");
        heard.clear();

        server.kill();
        heard.awaitContaining("lost");
        server.restart();
        heard.await("live name");
        own.execute("INSERT INTO phones VALUES ('bob')");
        heard.await("name=bob");
      }
    }
  }

  @Test
  void removedTriggersLeaveNothingBehind() {
    install(PHONES);
    PHONES.remove().forEach(real::execute);

    assertThat(real.query("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'phones'::regclass"))
        .isEqualTo("0");
    assertThat(real.query("SELECT count(*) FROM pg_proc WHERE proname = 'ara_tell_phones'"))
        .isEqualTo("0");
  }

  private ChangeFeed.Subscription listen(String table) {
    ChangeFeed.Subscription subscription = database.changes(table).orElseThrow().listen(heard);
    heard.awaitContaining("live");
    return subscription;
  }

  /** How many connections to the database look at triggers. */
  private String lines() {
    return String.valueOf(
        real.query(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND query LIKE 'SELECT w.wanted%'"));
  }

  private void install(PostgresTriggers triggers) {
    real.execute(String.join(";\n", triggers.install()));
  }
}
