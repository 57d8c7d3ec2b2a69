package org.ara.driver.sql.feed;

import java.sql.SQLException;

/** A connection to a database over which changes are heard. For one thread. */
public interface Line extends AutoCloseable {

  /**
   * Hears what happens for some milliseconds and tells it to the topics.
   *
   * @throws SQLException if the line does not hold any more, or was silent for too long
   */
  void hear() throws SQLException, InterruptedException;

  @Override
  void close();
}
