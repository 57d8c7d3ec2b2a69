package org.ara.driver.sql.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlTableContract;
import org.junit.jupiter.api.io.TempDir;

class SqliteTableTest extends SqlTableContract {

  @TempDir private Path directory;

  @Override
  protected Database open() throws Exception {
    SqliteDatabase opened =
        new SqliteDatabase(SqliteSettings.defaults("ara", directory.resolve("ara.sqlite3")));
    opened.createIfMissing();
    return opened;
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ara.sqlite3"));
  }
}
