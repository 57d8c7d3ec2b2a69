package org.ara.driver.sql.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ara.driver.sql.ChangedSchemaContract;
import org.ara.module.Module;

/** A file that is taken away, and put back as another file with what it held. */
class SqliteChangedSchemaTest extends ChangedSchemaContract {

  private boolean away;

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
    return List.of("dbfile = " + file("ara"));
  }

  @Override
  protected void begin(List<String> statements) throws SQLException {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  protected void goAway() throws Exception {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM INTO '" + file("aside") + "'");
    }
    away = true;
    Files.delete(file("ara"));
    deleteBesides();
  }

  private void deleteBesides() throws IOException {
    for (String rest : List.of("-wal", "-shm")) {
      Files.deleteIfExists(Path.of(file("ara") + rest));
    }
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file(away ? "aside" : "ara"));
  }

  @Override
  protected void comeBack() throws IOException {
    deleteBesides();
    Files.move(file("aside"), file("ara"), StandardCopyOption.REPLACE_EXISTING);
    away = false;
  }

  /** Whether the file is still the same is looked at ten times a second. */
  @Override
  protected boolean isNoticedAtOnce() {
    return false;
  }

  /** Columns of SQLite keep their types; tables are copied. */
  @Override
  protected List<String> portAsText() {
    return List.of(
        "CREATE TABLE copied (name VARCHAR(40) NOT NULL PRIMARY KEY, port VARCHAR(20),"
            + " secret VARCHAR(80))",
        "INSERT INTO copied SELECT * FROM phones",
        "DROP TABLE phones",
        "ALTER TABLE copied RENAME TO phones");
  }

  private Path file(String name) {
    return directory.resolve(name + ".sqlite3");
  }
}
