package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ara.driver.sql.Database.Work;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.realtime.Outage;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.OverloadException;
import org.ara.realtime.batch.Usher;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes, on a platform thread of its own: waiting for the disk would
 * otherwise hold up the virtual threads. What arrives while a commit is on its way to the disk
 * shares the next one.
 */
final class Writer implements AutoCloseable {

  private static final int MOST_IN_COMMIT = 256;

  private final SqliteFile file;
  private final SqliteSettings settings;
  private final Dialect dialect;
  private final Place place;
  private final Batcher<WriteRequest<?>> batcher;
  private final ExecutorService thread;
  private @Nullable SqliteConnection connection;

  Writer(SqliteFile file, SqliteSettings settings, Place place, Dialect dialect, Usher usher) {
    this.file = file;
    this.settings = settings;
    this.dialect = dialect;
    this.place = place;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sqlite3-writer-" + settings.section()).factory());
    this.batcher =
        usher.watch(
            new Batcher<>(
                new Batcher.Limits(
                    1, MOST_IN_COMMIT, settings.maxWaiting(), settings.turnDeadline()),
                leader -> next -> true,
                this::write));
  }

  <T> T run(Work<T> work) throws SQLException, DatabaseException {
    WriteRequest<T> request = new WriteRequest<>(work);
    try {
      batcher.send(request);
    } catch (OverloadException e) {
      throw new DatabaseException(
          Fault.REFUSED, new Outage(Outage.Kind.OVERLOADED, place + ": writes: " + e.getMessage()));
    }
    return request.result();
  }

  /** How writes shared commits so far. */
  BatchStatus status() {
    return batcher.status();
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

  /** Has a batch written, and waits no longer for the disk than the deadline. */
  private void write(List<WriteRequest<?>> batch) {
    Duration deadline = settings.turnDeadline();
    Future<?> done = thread.submit(() -> writeNow(batch));
    try {
      done.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      done.cancel(false);
      fail(
          batch,
          file.unreachable(
              "a write did not end within "
                  + deadline.toMillis()
                  + " ms; look for slow statements and a slow disk"));
    } catch (InterruptedException e) {
      fail(batch, file.unreachable("a write was interrupted"));
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      fail(batch, new IllegalStateException(e.getCause()));
    }
  }

  private void writeNow(List<WriteRequest<?>> batch) {
    try {
      new BusyWait(dialect, settings.busyTimeout()).run(() -> attempt(batch));
    } catch (SQLException | DatabaseException | RuntimeException e) {
      fail(batch, e);
    }
  }

  private boolean attempt(List<WriteRequest<?>> batch) throws SQLException, DatabaseException {
    SqliteConnection current = connection();
    try {
      if (batch.size() == 1) {
        batch.getFirst().run(current);
        batch.getFirst().committed();
      } else if (!together(current, batch)) {
        for (WriteRequest<?> request : batch) {
          alone(current, request);
        }
      }
      return true;
    } catch (SQLException e) {
      if (dialect.fault(e) == Fault.LOST) {
        closeConnection();
      }
      throw e;
    }
  }

  /** One transaction for all; false if it was rolled back, since it is not clear what it holds. */
  private static boolean together(SqliteConnection current, List<WriteRequest<?>> batch)
      throws SQLException {
    current.begin();
    try {
      for (WriteRequest<?> request : batch) {
        runWithOthers(current, request);
      }
      current.commit();
    } catch (SQLException | RuntimeException e) {
      current.rollback();
      return false;
    }
    batch.forEach(WriteRequest::committed);
    return true;
  }

  private static void runWithOthers(SqliteConnection current, WriteRequest<?> request)
      throws SQLException {
    try {
      request.run(current);
    } catch (SQLException e) {
      if (!SqliteDialect.concernsStatementAlone(e)) {
        throw e;
      }
      request.refused(e);
    }
  }

  private void alone(SqliteConnection current, WriteRequest<?> request) {
    try {
      request.run(current);
      request.committed();
    } catch (SQLException | RuntimeException e) {
      request.failed(e);
    }
  }

  private static void fail(List<WriteRequest<?>> batch, Exception failure) {
    batch.forEach(request -> request.failed(failure));
  }

  private SqliteConnection connection() throws SQLException, DatabaseException {
    SqliteConnection current = connection;
    if (current == null || current.generation() != file.generation()) {
      closeConnection();
      current = file.open();
      connection = current;
    }
    return current;
  }

  private void closeConnection() {
    SqliteConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
