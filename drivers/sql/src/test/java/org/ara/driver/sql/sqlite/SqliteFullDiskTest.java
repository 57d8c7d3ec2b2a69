package org.ara.driver.sql.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.FullDiskContract;
import org.ara.testkit.server.SmallDisk;

class SqliteFullDiskTest extends FullDiskContract {

  @Override
  protected Database open(SmallDisk disk) throws Exception {
    Path file = disk.path().resolve("ara.sqlite3");
    SqliteDatabase database = new SqliteDatabase(SqliteSettings.defaults("ara", file));
    database.createIfMissing();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE " + COLUMNS);
    }
    return database;
  }
}
