package org.ara.server.first;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

/**
 * Lays out a first working installation: a few configuration files with their explanations, and an
 * embedded database with empty tables.
 */
public final class FirstStart {

  private static final List<String> FILES =
      List.of(
          "modules.conf",
          "extconfig.conf",
          "res_config_sqlite3.conf",
          "sip.conf",
          "extensions.conf",
          "asterisk.conf");

  private FirstStart() {}

  /**
   * Makes what is missing of {@code home/etc} and {@code home/lib/ara.sqlite3}. The file that is
   * looked for at every start, {@code asterisk.conf}, is written last.
   *
   * @param home the data directory
   * @throws IOException if something cannot be written
   */
  public static void layOut(Path home) throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Path lib = Files.createDirectories(home.resolve("lib"));
    Path database = lib.resolve("ara.sqlite3");
    if (!Files.exists(database)) {
      createTables(database);
    }
    for (String name : FILES) {
      Path file = etc.resolve(name);
      if (!Files.exists(file)) {
        Files.writeString(file, text(name).replace("@LIB@", lib.toString()));
      }
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = FirstStart.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Creates an embedded database with the tables of phones and extensions, all empty.
   *
   * @param database the file, which does not exist yet
   * @throws IOException if it cannot be made
   */
  public static void createTables(Path database) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      for (String sql : new WellKnownTables(Flavour.SQLITE).of("sippeers", "extensions")) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IOException(database + " cannot be made: " + e.getMessage(), e);
    }
  }
}
