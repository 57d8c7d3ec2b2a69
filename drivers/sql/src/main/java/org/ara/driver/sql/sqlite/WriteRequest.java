package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.driver.sql.Database.Work;
import org.ara.driver.sql.DatabaseException;
import org.ara.realtime.batch.Request;
import org.jspecify.annotations.Nullable;

/** One caller's write, to be committed with those of others. */
final class WriteRequest<T> extends Request {

  private final Work<T> work;
  private final AtomicReference<@Nullable Outcome<T>> outcome = new AtomicReference<>();
  private @Nullable Outcome<T> uncommitted;

  /** What came of it. */
  private sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    record Failed<T>(Exception failure) implements Outcome<T> {}
  }

  WriteRequest(Work<T> work) {
    this.work = work;
  }

  /**
   * Does the work in an open transaction; what came of it counts from {@link #committed} on.
   *
   * @throws SQLException what the database said; it may be {@link #refused} alone
   */
  void run(SqliteConnection connection) throws SQLException {
    try {
      uncommitted = new Outcome.Done<>(work.run(connection));
    } catch (DatabaseException e) {
      uncommitted = new Outcome.Failed<>(e);
    }
  }

  /** The database refused this one, and did nothing for it; the others go on. */
  void refused(SQLException failure) {
    uncommitted = new Outcome.Failed<>(failure);
  }

  void committed() {
    outcome.compareAndSet(null, uncommitted);
  }

  /** It came to nothing; has no effect on one that was committed. */
  void failed(Exception failure) {
    outcome.compareAndSet(null, new Outcome.Failed<>(failure));
  }

  /** What the work returned, or threw. */
  T result() throws SQLException, DatabaseException {
    return switch (outcome.get()) {
      case null -> throw new IllegalStateException("a write was forgotten");
      case Outcome.Done<T>(T result) -> result;
      case Outcome.Failed<T>(Exception failure) -> {
        throwAsItWas(failure);
        throw new IllegalStateException(failure);
      }
    };
  }

  private static void throwAsItWas(Exception failure) throws SQLException, DatabaseException {
    switch (failure) {
      case SQLException e -> throw e;
      case DatabaseException e -> throw e;
      case RuntimeException e -> throw e;
      default -> {}
    }
  }
}
