package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of a table: names of columns in lower case, values as text, NULL left out. */
final class StoredRows {

  private static final int AT_ONCE = 1000;

  private StoredRows() {}

  /**
   * All rows.
   *
   * @param table as statements have it
   */
  static List<Map<String, String>> read(Connection connection, String table) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
        ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = result.getString(i);
            if (value != null) {
              row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
