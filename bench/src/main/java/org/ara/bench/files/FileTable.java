package org.ara.bench.files;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;

/** The table {@code ast_config} with a plain file and a dialplan in it, and its raw reading. */
final class FileTable {

  /** Peers of five lines each. */
  static final String PLAIN = "sip.conf";

  /** Extensions of two priorities each, a thousand lines to a context. */
  static final String DIALPLAN = "extensions.conf";

  private static final String INSERT =
      "INSERT INTO ast_config (cat_metric, var_metric, commented, filename, category, var_name,"
          + " var_val) VALUES (?, ?, 0, ?, ?, ?, ?)";
  private static final String[][] PEER = {
    {"type", "friend"},
    {"host", "dynamic"},
    {"secret", "not-a-secret"},
    {"context", "phones"},
    {"callerid", "Somebody <1000>"}
  };

  private FileTable() {}

  static void create(Connection opened, Flavour flavour, int rows) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS ast_config");
      for (String sql : new WellKnownTables(flavour).of("ast_config")) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (int i = 0; i < rows; i++) {
          int peer = i / PEER.length;
          String[] line = PEER[i % PEER.length];
          add(insert, rows - peer, i % PEER.length, PLAIN, "peer" + peer, line[0], line[1]);
          int context = i / 1000;
          String step =
              (100_000 + i / 2) + "," + (i % 2 == 0 ? "1,Answer()" : "2,Dial(SIP/peer,20)");
          add(insert, rows - context, i % 1000, DIALPLAN, "context" + context, "exten", step);
          if (i % 5000 == 4999) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute(flavour == Flavour.MYSQL ? "ANALYZE TABLE ast_config" : "ANALYZE");
    }
  }

  private static void add(
      PreparedStatement insert, int metric, int place, String file, String... texts)
      throws SQLException {
    insert.setInt(1, metric);
    insert.setInt(2, place);
    insert.setString(3, file);
    for (int i = 0; i < texts.length; i++) {
      insert.setString(4 + i, texts[i]);
    }
    insert.addBatch();
  }

  /** Reads every column of a file's rows as text with a cursor, and keeps nothing. */
  static int read(Connection connection, String file) throws SQLException {
    connection.setAutoCommit(false);
    int rows = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM ast_config WHERE filename = ? AND commented = 0")) {
      statement.setFetchSize(1000);
      statement.setString(1, file);
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        String[] values = new String[columns];
        while (result.next()) {
          for (int i = 0; i < columns; i++) {
            values[i] = result.getString(i + 1);
          }
          rows++;
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return rows;
  }
}
