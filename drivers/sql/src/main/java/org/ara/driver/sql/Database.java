package org.ara.driver.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.ConnectionStatus;

/**
 * One configured database: lends connections within its deadlines, to no more callers than it can
 * bear, and knows whether the database is there.
 */
public interface Database extends AutoCloseable {

  /** Something to do with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Session session) throws SQLException, DatabaseException;
  }

  Dialect dialect();

  Place place();

  /** How much of one sort may be under way. */
  Batcher.Limits limits();

  /** Whether operations on their way to this database may be shared and go out together. */
  boolean batches();

  /** Looks after the queues of this database's tables. */
  Usher usher();

  /** How writes of all tables shared commits, where the database itself sees to that. */
  default BatchStatus commits() {
    return BatchStatus.NONE;
  }

  /** Its connections at this moment. */
  ConnectionStatus connections();

  /** Whether rows are to be ordered by the first condition's column. */
  boolean ordersRows();

  /** What to do about columns that a module wants and a table lacks. */
  default Requirements requirements() {
    return Requirements.WARN;
  }

  /**
   * Runs work that only reads.
   *
   * @throws DatabaseException if no connection could be had in time
   * @throws SQLException what the work threw
   */
  <T> T read(Work<T> work) throws SQLException, DatabaseException;

  /** Runs work that may write; otherwise like {@link #read}. */
  <T> T write(Work<T> work) throws SQLException, DatabaseException;

  /**
   * Told that a connection broke or went silent. Returns if the database can be reached, so that
   * trying again makes sense.
   *
   * @throws DatabaseException if it cannot
   */
  void confirm(Fault fault) throws DatabaseException;

  /**
   * Grows with each connection that is made, or with each file that takes the place of another.
   * What was learnt of tables before may be of a server that has been restarted since.
   */
  long generation();

  /**
   * A connection of one's own, outside of the pool and its deadlines: for tools that alter tables.
   * The caller closes it.
   */
  Connection own() throws SQLException, DatabaseException;

  /** How its tables are created and altered. */
  Flavour flavour();

  /**
   * How changes of a table become known; empty if this database does not tell.
   *
   * @param table as written in the mapping
   */
  default Optional<ChangeFeed> changes(String table) {
    return Optional.empty();
  }

  @Override
  void close();
}
