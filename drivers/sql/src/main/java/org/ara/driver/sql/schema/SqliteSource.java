package org.ara.driver.sql.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite keeps of a table's making, so that it can be made anew.
 *
 * @param table its real name
 * @param create the statement that made it
 * @param columns those that can be written, real names
 * @param others the statements that made its indexes and triggers
 */
record SqliteSource(String table, String create, List<String> columns, List<String> others) {

  SqliteSource {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  static SqliteSource read(Connection connection, String table) throws SQLException {
    List<String> create =
        texts(connection, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", table);
    return new SqliteSource(
        table,
        create.isEmpty() ? "" : create.getFirst(),
        texts(connection, "SELECT name FROM pragma_table_info(?)", table),
        texts(
            connection,
            "SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND tbl_name = ?"
                + " AND sql IS NOT NULL ORDER BY rowid",
            table));
  }

  private static List<String> texts(Connection connection, String query, String table)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String text = row.getString(1);
          if (text != null) {
            texts.add(text);
          }
        }
      }
    }
    return texts;
  }
}
