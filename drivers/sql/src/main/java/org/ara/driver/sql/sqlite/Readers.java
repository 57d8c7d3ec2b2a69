package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;

/** The connections for lookups: a few of them, lent to one thread at a time. */
final class Readers implements AutoCloseable {

  private final SqliteFile file;
  private final SqliteSettings settings;
  private final Place place;
  private final Semaphore turns;
  private final ConcurrentLinkedDeque<SqliteConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(SqliteFile file, SqliteSettings settings, Place place) {
    this.file = file;
    this.settings = settings;
    this.place = place;
    this.turns = new Semaphore(settings.connections());
  }

  /** Waits for a connection; every one taken must be given back or discarded. */
  SqliteConnection take() throws SQLException, DatabaseException {
    awaitTurn();
    try {
      SqliteConnection connection = idleOf(file.generation());
      return connection != null ? connection : file.open();
    } catch (SQLException | DatabaseException | RuntimeException e) {
      turns.release();
      throw e;
    }
  }

  void giveBack(SqliteConnection connection) {
    if (closed) {
      connection.close();
    } else {
      idle.push(connection);
    }
    turns.release();
  }

  void discard(SqliteConnection connection) {
    connection.close();
    turns.release();
  }

  @Override
  public void close() {
    closed = true;
    for (SqliteConnection c = idle.poll(); c != null; c = idle.poll()) {
      c.close();
    }
  }

  private @Nullable SqliteConnection idleOf(int generation) {
    for (SqliteConnection c = idle.poll(); c != null; c = idle.poll()) {
      if (c.generation() == generation) {
        return c;
      }
      c.close();
    }
    return null;
  }

  private void awaitTurn() throws DatabaseException {
    if (turns.tryAcquire()) {
      return;
    }
    if (turns.getQueueLength() >= settings.maxWaiting()) {
      throw overloaded(settings.maxWaiting() + " lookups are waiting already");
    }
    try {
      if (!turns.tryAcquire(settings.turnDeadline().toNanos(), TimeUnit.NANOSECONDS)) {
        throw overloaded(
            "no turn within " + settings.turnDeadline().toMillis() + " ms; look for slow lookups");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw file.unreachable("the wait for it was interrupted");
    }
  }

  private DatabaseException overloaded(String why) {
    return new DatabaseException(
        Fault.REFUSED, new Outage(Outage.Kind.OVERLOADED, place + ": " + why));
  }
}
