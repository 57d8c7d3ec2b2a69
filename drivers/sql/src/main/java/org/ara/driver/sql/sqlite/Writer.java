package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ara.driver.sql.Database.Work;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes, on a platform thread of its own: waiting for the disk would
 * otherwise hold up the virtual threads.
 */
final class Writer implements AutoCloseable {

  private final SqliteFile file;
  private final SqliteSettings settings;
  private final Place place;
  private final Dialect dialect;
  private final ThreadPoolExecutor thread;
  private @Nullable SqliteConnection connection;

  Writer(SqliteFile file, SqliteSettings settings, Place place, Dialect dialect) {
    this.file = file;
    this.settings = settings;
    this.place = place;
    this.dialect = dialect;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.maxWaiting()),
            Thread.ofPlatform().daemon().name("sqlite3-writer-" + settings.section()).factory());
  }

  <T> T run(Work<T> work) throws SQLException, DatabaseException {
    BusyWait wait = new BusyWait(dialect, settings.busyTimeout());
    try {
      return await(thread.submit(() -> wait.run(() -> attempt(work))));
    } catch (RejectedExecutionException e) {
      throw new DatabaseException(
          Fault.REFUSED,
          new Outage(
              Outage.Kind.OVERLOADED,
              place + ": " + settings.maxWaiting() + " writes are waiting already"));
    }
  }

  @Override
  public void close() {
    thread.execute(this::closeConnection);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(settings.turnDeadline().toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T attempt(Work<T> work) throws SQLException, DatabaseException {
    SqliteConnection current = connection;
    if (current == null || current.generation() != file.generation()) {
      closeConnection();
      current = file.open();
      connection = current;
    }
    try {
      return work.run(current);
    } catch (SQLException e) {
      if (dialect.fault(e) == Fault.LOST) {
        closeConnection();
      }
      throw e;
    }
  }

  private <T> T await(Future<T> result) throws SQLException, DatabaseException {
    try {
      return result.get(settings.turnDeadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw file.unreachable(
          "a write did not end within "
              + settings.turnDeadline().toMillis()
              + " ms; look for slow statements and a slow disk");
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw file.unreachable("a write was interrupted");
    }
  }

  private static SQLException unwrapped(ExecutionException e) throws DatabaseException {
    return switch (e.getCause()) {
      case SQLException failure -> failure;
      case DatabaseException failure -> throw failure;
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  private void closeConnection() {
    SqliteConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
