package org.ara.driver.sql.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * The database's file: opens connections to it and notices when another file has taken its place.
 * Created when the server starts without it, and never later: a file that vanishes while it is in
 * use is about to be replaced.
 */
final class SqliteFile {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final SqliteSettings settings;
  private final Place place;
  private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - LOOK_EVERY);
  private volatile @Nullable Object identity;
  private volatile int generation = 1;
  private final LongAdder opened = new LongAdder();
  private final LongAdder failed = new LongAdder();

  SqliteFile(SqliteSettings settings, Place place) {
    this.settings = settings;
    this.place = place;
  }

  /** Makes the file if there is none, and says so. */
  void createIfMissing() throws DatabaseException {
    if (Files.exists(settings.file())) {
      return;
    }
    try (Connection connection = connect(true)) {
      LOG.warn(
          "{}: there was no such file; an empty database was created. It needs its tables, see"
              + " docs/databases.md",
          place);
      LOG.debug("created by {}", connection.getMetaData().getDriverVersion());
    } catch (SQLException e) {
      throw unreachable(
          "cannot be created: " + e.getMessage() + "; correct dbfile or make its directory");
    }
  }

  /** Which file is being used: the number grows when another takes its place. */
  int generation() throws DatabaseException {
    long now = System.nanoTime();
    long last = lastLook.get();
    if (now - last >= LOOK_EVERY && lastLook.compareAndSet(last, now)) {
      look();
    }
    if (identity == null) {
      look();
    }
    return generation;
  }

  /** The same as far as is known, without looking. */
  int seen() {
    return generation;
  }

  /** A connection to the file as it is now. */
  SqliteConnection open() throws SQLException, DatabaseException {
    int belongsTo = generation();
    try {
      SqliteConnection connection =
          new SqliteConnection(connect(false), belongsTo, settings.debug());
      opened.increment();
      return connection;
    } catch (SQLException e) {
      failed.increment();
      throw e;
    }
  }

  /** How many connections for operations were opened. */
  long opened() {
    return opened.sum();
  }

  /** How many could not be opened. */
  long failed() {
    return failed.sum();
  }

  /** A plain connection for a tool, which waits for locks by itself. */
  Connection own() throws SQLException, DatabaseException {
    look();
    Connection connection = connect(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void look() throws DatabaseException {
    Object found = identify();
    Object known = identity;
    identity = found;
    if (found == null) {
      throw unreachable("there is no such file; put it back, it is then used at once");
    }
    if (known != null && !known.equals(found)) {
      LOG.warn("{}: another file has taken its place and is used from now on", place);
      advance();
    }
  }

  private synchronized void advance() {
    generation++;
  }

  private @Nullable Object identify() {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(settings.file(), BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key != null ? key : attributes.creationTime();
    } catch (IOException e) {
      advance();
      return null;
    }
  }

  /**
   * SQLite itself never waits for a lock: it would hold the carrier of every virtual thread. The
   * waiting is done above, where it costs nothing.
   */
  private Connection connect(boolean create) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(0);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(settings.synced() ? SynchronousMode.FULL : SynchronousMode.NORMAL);
    config.setPragma(SQLiteConfig.Pragma.CASE_SENSITIVE_LIKE, "true");
    return config.createConnection("jdbc:sqlite:" + settings.file());
  }

  DatabaseException unreachable(String what) {
    return new DatabaseException(
        Fault.LOST, new Outage(Outage.Kind.UNREACHABLE, place + ": " + what));
  }
}
