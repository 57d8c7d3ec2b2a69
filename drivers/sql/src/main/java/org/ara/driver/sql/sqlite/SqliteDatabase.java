package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;

/**
 * An SQLite file in WAL mode: one writer and several readers at a time, other programs beside them.
 * Every lookup sees what was committed before it began, by anybody.
 */
final class SqliteDatabase implements Database {

  private final SqliteSettings settings;
  private final Place place;
  private final Dialect dialect = new SqliteDialect();
  private final SqliteFile file;
  private final Readers readers;
  private final Writer writer;

  SqliteDatabase(SqliteSettings settings) {
    this.settings = settings;
    this.place =
        new Place(
            "sqlite3", settings.section(), settings.file().toString(), "res_config_sqlite3.conf");
    this.file = new SqliteFile(settings, place);
    this.readers = new Readers(file, settings, place);
    this.writer = new Writer(file, settings, place, dialect);
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
  public <T> T read(Work<T> work) throws SQLException, DatabaseException {
    BusyWait wait = new BusyWait(dialect, settings.busyTimeout());
    return wait.run(() -> readOnce(work));
  }

  @Override
  public <T> T write(Work<T> work) throws SQLException, DatabaseException {
    return writer.run(work);
  }

  /**
   * The file is looked at and opened again by the next operation, which then says what is wrong.
   */
  @Override
  public void confirm(Fault fault) throws DatabaseException {
    file.generation();
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
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
