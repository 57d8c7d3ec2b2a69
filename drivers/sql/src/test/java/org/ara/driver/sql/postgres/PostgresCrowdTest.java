package org.ara.driver.sql.postgres;

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
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlCrowdContract;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCrowdTest extends SqlCrowdContract {

  private final PostgresDatabase real = PostgresServer.shared().createDatabase();

  @Override
  protected Database open() {
    real.execute("DROP TABLE IF EXISTS phones");
    return new org.ara.driver.sql.postgres.PostgresDatabase(
        TestSettings.of(real.server().port(), real.name()));
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return real.connect();
  }

  @Test
  void lookupsThatWaitLeaveAsOneQuery() throws Exception {
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(find("p1")).isInstanceOf(Lookup.Found.class);
      long before = phones.lookups().batches();
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN ACCESS EXCLUSIVE MODE");
      List<Future<Lookup<List<Row>>>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String name = "p" + i;
        answers.add(threads.submit(() -> find(name)));
      }
      await().until(() -> phones.lookups().waiting() == 98);
      locker.rollback();
      for (Future<Lookup<List<Row>>> answer : answers) {
        assertThat(answer.get()).isInstanceOf(Lookup.Found.class);
      }
      assertThat(phones.lookups().batches() - before).isLessThanOrEqualTo(4);
      assertThat(phones.lookups().largest()).isGreaterThanOrEqualTo(49);
    }
  }

  @Test
  void updatesThatWaitShareTheNextCommits() throws Exception {
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
      long before = phones.updates().batches();
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN EXCLUSIVE MODE");
      List<Future<Change>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String name = "p" + i;
        answers.add(threads.submit(() -> change(name, "h")));
      }
      await().until(() -> phones.updates().waiting() == 98);
      locker.rollback();
      for (Future<Change> answer : answers) {
        assertThat(answer.get()).isEqualTo(new Change.Done(1));
      }
      assertThat(phones.updates().batches() - before).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndNotCutOff() throws Exception {
    try (Connection locker = real.connect();
        Statement lock = locker.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(change("p1", "h")).isEqualTo(new Change.Done(1));
      locker.setAutoCommit(false);
      lock.execute("LOCK TABLE phones IN EXCLUSIVE MODE");
      List<Future<Change>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String name = "p" + i;
        String host = i == 5 ? "x".repeat(41) : "fits";
        answers.add(threads.submit(() -> change(name, host)));
      }
      await().until(() -> phones.updates().waiting() == 8);
      locker.rollback();
      for (int i = 0; i < 10; i++) {
        assertThat(answers.get(i).get())
            .isInstanceOf(i == 5 ? Change.Unavailable.class : Change.Done.class);
      }
    }
  }

  private Lookup<List<Row>> find(String name) {
    return phones.select(List.of(Condition.equal("name", name)), "name", 1);
  }

  private Change change(String name, String host) {
    return phones.update(List.of(Condition.equal("name", name)), List.of(new Field("host", host)));
  }
}
