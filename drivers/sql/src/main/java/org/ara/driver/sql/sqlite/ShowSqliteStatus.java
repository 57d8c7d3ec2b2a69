package org.ara.driver.sql.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.SqlDriver;
import org.ara.module.Command;

/** {@code realtime show sqlite3 status}: each database, whether it can be read, and by what. */
final class ShowSqliteStatus implements Command {

  private final SqlDriver<SqliteDatabase> driver;

  ShowSqliteStatus(SqlDriver<SqliteDatabase> driver) {
    this.driver = driver;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "show", "sqlite3", "status");
  }

  @Override
  public String summary() {
    return "Show the SQLite databases and whether they can be read";
  }

  @Override
  public String usage() {
    return "Usage: realtime show sqlite3 status\n       Shows each section of " + SqliteModule.FILE;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    if (driver.databases().isEmpty()) {
      out.line("No databases in " + SqliteModule.FILE + ".");
      return Status.SUCCESS;
    }
    Status status = Status.SUCCESS;
    for (SqliteDatabase database : driver.databases().values()) {
      if (!show(database, out)) {
        status = Status.FAILURE;
      }
    }
    return status;
  }

  private static boolean show(SqliteDatabase database, Output out) {
    SqliteSettings settings = database.settings();
    try {
      String tables =
          database.read(
              session ->
                  Objects.requireNonNullElse(
                      session
                          .query("SELECT count(*) FROM sqlite_schema WHERE type = ?", "table")
                          .getFirst()
                          .stored(0),
                      "0"));
      out.line(settings.section() + ": " + settings.file() + ", " + tables + " tables");
      return true;
    } catch (SQLException e) {
      out.line(settings.section() + ": " + settings.file() + ": " + e.getMessage());
    } catch (DatabaseException e) {
      out.line(e.outage().message());
    }
    return false;
  }
}
