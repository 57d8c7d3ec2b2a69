package org.ara.driver.sql.bulk;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ara.driver.sql.Rows;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table on a connection of a tool's own, for writing many rows in the transaction that is open
 * there. Names come from the database's catalogue, values are bound. For one thread.
 */
public final class BulkTable {

  private final Connection connection;
  private final String quote;
  private final String sqlName;
  private final Map<String, String> columns = new LinkedHashMap<>();

  private BulkTable(Connection connection, String table) throws SQLException {
    this.connection = connection;
    DatabaseMetaData catalogue = connection.getMetaData();
    this.quote = catalogue.getIdentifierQuoteString();
    int dot = table.indexOf('.');
    String qualifier = dot < 0 ? null : table.substring(0, dot);
    boolean schemas = catalogue.supportsSchemasInTableDefinitions();
    String schema = !schemas ? null : qualifier == null ? connection.getSchema() : qualifier;
    String database = !schemas && qualifier != null ? qualifier : connection.getCatalog();
    String real = table.substring(dot + 1);
    for (String name : List.of(real, real.toLowerCase(Locale.ROOT))) {
      if (columns.isEmpty()) {
        real = name;
        describe(catalogue, database, schema, name);
      }
    }
    this.sqlName = qualifier == null ? quoted(real) : quoted(qualifier) + "." + quoted(real);
  }

  /**
   * A table of that connection's database.
   *
   * @param table as written in a mapping: a name, or {@code schema.name}
   * @throws SQLException if there is no such table
   */
  public static BulkTable open(Connection connection, String table) throws SQLException {
    BulkTable found = new BulkTable(connection, table);
    if (found.columns.isEmpty()) {
      throw new SQLException(
          "there is no table " + table + "; './ara schema create' creates the well-known ones");
    }
    return found;
  }

  /** Whether there is such a column; case is ignored. */
  public boolean has(String column) {
    return columns.containsKey(column.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads the rows whose columns equal these values.
   *
   * @param orderBy columns to order by
   */
  public void read(Map<String, String> equal, List<String> orderBy, Consumer<Row> rows)
      throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM ").append(sqlName).append(where(equal));
    for (int i = 0; i < orderBy.size(); i++) {
      sql.append(i == 0 ? " ORDER BY " : ", ").append(named(orderBy.get(i)));
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      statement.setFetchSize(1000);
      Rows.bind(statement, equal.values().toArray(String[]::new));
      try (ResultSet result = statement.executeQuery()) {
        Columns shared = Rows.columns(result.getMetaData());
        while (result.next()) {
          @Nullable String[] values = new @Nullable String[shared.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = result.getString(i + 1);
          }
          rows.accept(new Row(shared, values));
        }
      }
    }
  }

  /** Deletes the rows whose columns equal these values. */
  public int delete(Map<String, String> equal) throws SQLException {
    return change("DELETE FROM " + sqlName + where(equal), equal.values());
  }

  /** Changes columns of the rows whose columns equal these values. */
  public int update(Map<String, String> equal, Map<String, String> fields) throws SQLException {
    StringBuilder sql = new StringBuilder("UPDATE ").append(sqlName);
    String separator = " SET ";
    for (String column : fields.keySet()) {
      sql.append(separator).append(named(column)).append(" = ?");
      separator = ", ";
    }
    List<String> values = new ArrayList<>(fields.values());
    values.addAll(equal.values());
    return change(sql.append(where(equal)).toString(), values);
  }

  /**
   * Adds rows.
   *
   * @param names the columns
   * @param rows the values of each row, in the order of the columns
   * @throws BulkException if one is refused; the transaction is then as before this call
   */
  public void insert(List<String> names, List<List<String>> rows)
      throws SQLException, BulkException {
    String sql = insertion(names);
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<String> row : rows) {
        Rows.bind(statement, row.toArray(String[]::new));
        statement.addBatch();
      }
      statement.executeBatch();
      connection.releaseSavepoint(before);
    } catch (SQLException refused) {
      connection.rollback(before);
      findCulprit(sql, rows, refused);
    }
  }

  private void findCulprit(String sql, List<List<String>> rows, SQLException refused)
      throws BulkException {
    for (int i = 0; i < rows.size(); i++) {
      try {
        change(sql, rows.get(i));
      } catch (SQLException e) {
        throw new BulkException(i, oneLine(e), e);
      }
    }
    throw new BulkException(-1, oneLine(refused), refused);
  }

  private String insertion(List<String> names) throws SQLException {
    List<String> quoted = new ArrayList<>();
    for (String name : names) {
      quoted.add(named(name));
    }
    return "INSERT INTO "
        + sqlName
        + " ("
        + String.join(", ", quoted)
        + ") VALUES ("
        + String.join(", ", java.util.Collections.nCopies(names.size(), "?"))
        + ")";
  }

  private int change(String sql, Collection<String> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.bind(statement, values.toArray(String[]::new));
      return statement.executeUpdate();
    }
  }

  private String where(Map<String, String> equal) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (String column : equal.keySet()) {
      sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(named(column)).append(" = ?");
    }
    return sql.toString();
  }

  private String named(String column) throws SQLException {
    String real = columns.get(column.toLowerCase(Locale.ROOT));
    if (real == null) {
      throw new SQLException("table " + sqlName + " has no column " + column + "; add it");
    }
    return quoted(real);
  }

  private String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  private void describe(
      DatabaseMetaData catalogue, @Nullable String database, @Nullable String schema, String table)
      throws SQLException {
    String escape = catalogue.getSearchStringEscape();
    String pattern = table.replace("_", escape + "_").replace("%", escape + "%");
    try (ResultSet found = catalogue.getColumns(database, schema, pattern, null)) {
      while (found.next()) {
        String name = found.getString("COLUMN_NAME");
        columns.put(name.toLowerCase(Locale.ROOT), name);
      }
    }
  }

  private static String oneLine(SQLException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", "; ");
  }
}
