package org.ara.driver.sql.mysql;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ara.driver.sql.SqlTable;
import org.ara.testkit.mariadb.MariaDatabase;

/**
 * Lets many ask a table while it is locked, so that what they ask leaves together.
 *
 * @param real where the table is
 */
record LockedCrowd(MariaDatabase real) {

  /** What a crowd is answered whose first are held up until all of them are there. */
  <T> List<T> whileLocked(String table, SqlTable asked, List<String> keys, Function<String, T> work)
      throws Exception {
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

  /** How many have asked the table anything, answered or not. */
  static long arrived(SqlTable table) {
    return Stream.of(table.lookups(), table.updates())
        .mapToLong(status -> status.requests() + status.waiting())
        .sum();
  }
}
