package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlCrowdContract;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among the contract's names are some that differ only in blanks at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlCrowdTest extends SqlCrowdContract {

  private final MariaDatabase real =
      MariaServer.shared()
          .createDatabase(
              List.of("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"));
  private final LockedCrowd crowd = new LockedCrowd(real);

  @Override
  protected Database open() {
    real.execute("DROP TABLE IF EXISTS phones");
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
        crowd.whileLocked(
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
        crowd.whileLocked(
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

  @Test
  void manyAbsentRowsAreCountedInTheSameCommit() throws Exception {
    assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
    List<String> names =
        IntStream.range(0, 50).mapToObj(i -> i % 2 == 0 ? "p" + i : "nobody" + i).toList();

    List<Change> answers = crowd.whileLocked("phones", phones, names, name -> change(name, "new"));

    for (int i = 0; i < names.size(); i++) {
      assertThat(answers.get(i)).as(names.get(i)).isEqualTo(new Change.Done(i % 2 == 0 ? 1 : 0));
    }
    assertThat(real.query("SELECT COUNT(*) FROM phones WHERE host = 'new'")).isEqualTo("25");
  }

  @Test
  void aRowThatSomebodyHoldsKeepsOnlyItsOwnUpdateWaiting() throws Exception {
    assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
    try (Connection holder = real.connect();
        Statement hold = holder.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      holder.setAutoCommit(false);
      hold.execute("UPDATE phones SET host = 'held' WHERE name IN ('p3', 'p7')");
      long before = LockedCrowd.arrived(phones);
      Future<Change> first = threads.submit(() -> change("p3", "h"));
      await().until(() -> phones.updates().inFlight() == 1);
      List<Future<Change>> rest = new ArrayList<>();
      for (int i = 7; i < 20; i++) {
        String name = "p" + i;
        rest.add(threads.submit(() -> change(name, "h")));
      }
      await().until(() -> LockedCrowd.arrived(phones) - before == 14);
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

  private Lookup<List<Row>> find(String name) {
    return phones.select(List.of(Condition.equal("name", name)), "name", 1);
  }

  private Change change(String name, String host) {
    return phones.update(List.of(Condition.equal("name", name)), List.of(new Field("host", host)));
  }
}
