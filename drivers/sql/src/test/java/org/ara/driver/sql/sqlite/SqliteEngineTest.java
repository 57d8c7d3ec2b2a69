package org.ara.driver.sql.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.ara.driver.sql.EngineContract;
import org.ara.module.Module;

/** Columns of SQLite keep their types; they hold anything. */
class SqliteEngineTest extends EngineContract {

  @Override
  protected Module driver() {
    return new SqliteModule();
  }

  @Override
  protected String driverName() {
    return "sqlite3";
  }

  @Override
  protected String file() {
    return SqliteModule.FILE;
  }

  @Override
  protected List<String> section() {
    return List.of("[db]", "dbfile = " + directory.resolve("ara.sqlite3"));
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ara.sqlite3"));
  }

  @Override
  protected Stream<String> retype() {
    return Stream.of();
  }
}
