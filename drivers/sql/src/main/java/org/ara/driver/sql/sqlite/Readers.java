package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Turns;
import org.ara.realtime.spi.ConnectionStatus;
import org.jspecify.annotations.Nullable;

/** The connections for lookups: a few of them, lent to one thread at a time. */
final class Readers implements AutoCloseable {

  private final SqliteFile file;
  private final Place place;
  private final Turns turns;
  private final ConcurrentLinkedDeque<SqliteConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(SqliteFile file, SqliteSettings settings, Place place) {
    this.file = file;
    this.place = place;
    this.turns =
        new Turns(place, settings.connections(), settings.maxWaiting(), settings.turnDeadline());
  }

  /** Waits for a connection; every one taken must be given back or discarded. */
  SqliteConnection take() throws SQLException, DatabaseException {
    turns.take();
    try {
      SqliteConnection connection = idleOf(file.generation());
      return connection != null ? connection : file.open();
    } catch (SQLException | DatabaseException | RuntimeException e) {
      turns.done();
      throw e;
    }
  }

  /** What the connections do at this moment, the one that writes left aside. */
  ConnectionStatus status() {
    int busy = turns.taken();
    return new ConnectionStatus(
        place.driver() + " " + place.section(),
        busy + idle.size(),
        busy,
        turns.most(),
        turns.waiting(),
        turns.waitingMillis(),
        file.opened(),
        file.failed());
  }

  void giveBack(SqliteConnection connection) {
    if (closed) {
      connection.close();
    } else {
      idle.push(connection);
    }
    turns.done();
  }

  void discard(SqliteConnection connection) {
    connection.close();
    turns.done();
  }

  @Override
  public void close() {
    closed = true;
    turns.close();
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
}
