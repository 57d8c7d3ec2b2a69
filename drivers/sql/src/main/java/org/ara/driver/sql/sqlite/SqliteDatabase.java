package org.ara.driver.sql.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.driver.sql.Requirements;
import org.ara.driver.sql.feed.LineKeeper;
import org.ara.driver.sql.feed.Topics;
import org.ara.driver.sql.schema.Flavour;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.Usher;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.ConnectionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SQLite file in WAL mode: one writer and several readers at a time, other programs beside them.
 * Every lookup sees what was committed before it began, by anybody.
 */
final class SqliteDatabase implements Database {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

  private final SqliteSettings settings;
  private final Place place;
  private final Dialect dialect = new SqliteDialect();
  private final SqliteFile file;
  private final Readers readers;
  private final Writer writer;
  private final Usher usher;
  private final Topics topics = new Topics();
  private final LineKeeper feed;
  private volatile @Nullable VersionWatch watch;

  SqliteDatabase(SqliteSettings settings) {
    this.settings = settings;
    this.place =
        new Place(
            "sqlite3", settings.section(), settings.file().toString(), "res_config_sqlite3.conf");
    this.file = new SqliteFile(settings, place);
    this.readers = new Readers(file, settings, place);
    this.usher = new Usher("sqlite3-usher-" + settings.section());
    this.writer = new Writer(file, settings, place, dialect, usher);
    this.feed =
        new LineKeeper(
            topics,
            this::watch,
            e -> place + ": changes are not told: " + e.getMessage(),
            Thread.ofPlatform().daemon().name("sqlite3-feed-" + settings.section()));
  }

  /** Makes the file if there is none. */
  void createIfMissing() throws DatabaseException {
    file.createIfMissing();
  }

  SqliteSettings settings() {
    return settings;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public boolean ordersRows() {
    return settings.ordered();
  }

  @Override
  public Batcher.Limits limits() {
    return new Batcher.Limits(
        settings.connections(), 512, settings.maxWaiting(), settings.turnDeadline());
  }

  /** There is no way to the database that could be shared: it is in this process. */
  @Override
  public boolean batches() {
    return false;
  }

  @Override
  public ConnectionStatus connections() {
    return readers.status();
  }

  @Override
  public BatchStatus commits() {
    return writer.status();
  }

  @Override
  public Usher usher() {
    return usher;
  }

  @Override
  public Requirements requirements() {
    return settings.requirements();
  }

  @Override
  public <T> T read(Work<T> work) throws SQLException, DatabaseException {
    BusyWait wait = new BusyWait(dialect, settings.busyTimeout());
    return wait.run(() -> readOnce(work));
  }

  @Override
  public <T> T write(Work<T> work) throws SQLException, DatabaseException {
    T result = writer.run(work);
    tellWhatWasWritten();
    return result;
  }

  /**
   * The file is looked at and opened again by the next operation, which then says what is wrong.
   */
  @Override
  public void confirm(Fault fault) throws DatabaseException {
    file.generation();
  }

  @Override
  public long generation() {
    return file.seen();
  }

  @Override
  public Connection own() throws SQLException, DatabaseException {
    return file.own();
  }

  @Override
  public Flavour flavour() {
    return Flavour.SQLITE;
  }

  @Override
  public Optional<ChangeFeed> changes(String table) {
    return Optional.of(topics.of(table));
  }

  @Override
  public void close() {
    feed.close();
    readers.close();
    writer.close();
    usher.close();
  }

  private VersionWatch watch() throws SQLException {
    try {
      VersionWatch fresh = new VersionWatch(file, dialect, topics);
      watch = fresh;
      return fresh;
    } catch (DatabaseException e) {
      throw new SQLException(e.outage().message(), e);
    }
  }

  /** Whoever wrote finds its own write told; a feed that fails here finds that out by itself. */
  private void tellWhatWasWritten() {
    VersionWatch watching = watch;
    try {
      if (watching != null) {
        watching.look();
      }
    } catch (SQLException e) {
      LOG.debug("{}: {}", place, e.getMessage());
    }
  }

  private <T> T readOnce(Work<T> work) throws SQLException, DatabaseException {
    SqliteConnection connection = readers.take();
    boolean sound = false;
    try {
      T result = work.run(connection);
      sound = true;
      return result;
    } catch (SQLException e) {
      sound = dialect.fault(e) != Fault.LOST;
      throw e;
    } catch (DatabaseException e) {
      sound = true;
      throw e;
    } finally {
      if (sound) {
        readers.giveBack(connection);
      } else {
        readers.discard(connection);
      }
    }
  }
}
