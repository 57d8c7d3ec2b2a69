package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.feed.Line;
import org.ara.driver.sql.feed.Topic;
import org.ara.driver.sql.feed.Topics;

/**
 * Sees by {@code PRAGMA data_version}, on a connection that never writes, that anybody else has
 * committed anything to the file. It is asked every two milliseconds while changes come, and less
 * and less often while none do, up to every fifteen.
 */
final class VersionWatch implements Line {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(15);

  /** How often in a row the file may be found locked before the feed is lost. */
  private static final int MOST_BUSY = 5;

  private final SqliteFile file;
  private final SqliteConnection connection;
  private final Dialect dialect;
  private final Topics topics;
  private String seen = "";
  private int busy;
  private int quiet;
  private boolean closed;

  VersionWatch(SqliteFile file, Dialect dialect, Topics topics)
      throws SQLException, DatabaseException {
    this.file = file;
    this.dialect = dialect;
    this.topics = topics;
    this.connection = file.open();
  }

  /** Looks, and rests for a moment. */
  @Override
  public void hear() throws SQLException, InterruptedException {
    if (look()) {
      topics.wanted().forEach(topic -> topic.live(List.of()));
    }
    Thread.sleep(pause());
  }

  /**
   * Tells what was committed until now, if that was not told yet, before it returns.
   *
   * @return whether the file could be looked at
   * @throws SQLException if it is another file, or was locked for too long
   */
  synchronized boolean look() throws SQLException {
    if (closed) {
      return false;
    }
    requireSameFile();
    try {
      String version =
          Objects.requireNonNullElse(
              connection.query("PRAGMA data_version").getFirst().stored(0), "");
      busy = 0;
      quiet++;
      if (!version.equals(seen)) {
        seen = version;
        quiet = 0;
        topics.wanted().forEach(Topic::changedAnywhere);
      }
      return true;
    } catch (SQLException e) {
      if (dialect.fault(e) != Fault.BUSY || ++busy > MOST_BUSY) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    connection.close();
  }

  private void requireSameFile() throws SQLException {
    try {
      if (file.generation() != connection.generation()) {
        throw new SQLException("another file has taken its place");
      }
    } catch (DatabaseException e) {
      throw new SQLException(e.outage().message(), e);
    }
  }

  /** A little longer with each look that found nothing new. */
  private synchronized Duration pause() {
    Duration longer = SHORTEST_PAUSE.plusMillis(quiet / 20);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
