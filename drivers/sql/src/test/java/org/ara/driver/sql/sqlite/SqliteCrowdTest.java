package org.ara.driver.sql.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ara.driver.sql.Database;
import org.ara.driver.sql.SqlCrowdContract;
import org.junit.jupiter.api.io.TempDir;

class SqliteCrowdTest extends SqlCrowdContract {

  @TempDir Path directory;

  @Override
  protected Database open() throws Exception {
    Path file = directory.resolve("crowd.sqlite3");
    SqliteDatabase made = new SqliteDatabase(SqliteSettings.defaults("test", file));
    made.createIfMissing();
    return made;
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("crowd.sqlite3"));
  }
}
