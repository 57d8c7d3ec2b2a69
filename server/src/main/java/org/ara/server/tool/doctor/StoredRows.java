package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The rows of a table: names of columns in lower case, values as text, NULL left out. */
final class StoredRows {

  private static final int AT_ONCE = 1000;

  private StoredRows() {}

  /**
   * All rows, one after the other.
   *
   * @param table as statements have it
   */
  static void read(Connection connection, String table, Consumer<Map<String, String>> rows)
      throws SQLException {
    boolean before = connection.getAutoCommit();
    // Without a transaction PostgreSQL's driver would fetch everything at once.
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
        ResultSetMetaData columns = result.getMetaData();
        String[] names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
          names[i] = columns.getColumnLabel(i + 1).toLowerCase(Locale.ROOT);
        }
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 0; i < names.length; i++) {
            String value = result.getString(i + 1);
            if (value != null) {
              row.put(names[i], value);
            }
          }
          rows.accept(row);
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(before);
    }
  }
}
