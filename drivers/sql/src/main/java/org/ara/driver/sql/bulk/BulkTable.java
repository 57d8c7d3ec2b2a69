package org.ara.driver.sql.bulk;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final int FETCHED_AT_ONCE = 1000;

  /**
   * What to order by.
   *
   * @param column a column of the table
   */
  public record Order(String column, boolean descending) {

    /** The smallest first. */
    public static Order by(String column) {
      return new Order(column, false);
    }
  }

  private final Connection connection;
  private final String quote;
  private final String sqlName;
  private final Map<String, BulkColumn> columns = new LinkedHashMap<>();
  private final String name;
  private final boolean sizesHold;

  private BulkTable(Connection connection, String table) throws SQLException {
    this.connection = connection;
    this.name = table;
    DatabaseMetaData catalogue = connection.getMetaData();
    this.quote = catalogue.getIdentifierQuoteString();
    this.sizesHold = !"SQLite".equals(catalogue.getDatabaseProductName());
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

  /** The names of its columns, in table order. */
  public List<String> columns() {
    return columns.values().stream().map(BulkColumn::name).toList();
  }

  /** Why a column does not take a value, without the value; empty if it may be tried. */
  public Optional<String> refusal(String column, String value) {
    BulkColumn there = columns.get(column.toLowerCase(Locale.ROOT));
    return there == null || !sizesHold || there.holds(value)
        ? Optional.empty()
        : Optional.of(
            name
                + "."
                + there.name()
                + " holds at most "
                + there.size()
                + " characters, not "
                + value.codePointCount(0, value.length()));
  }

  /**
   * Reads the rows whose columns equal these values.
   *
   * @param orderBy columns to order by
   */
  public void read(Map<String, String> equal, List<Order> orderBy, Consumer<Row> rows)
      throws SQLException {
    read("SELECT * FROM " + sqlName, equal.isEmpty() ? List.of() : List.of(equal), orderBy, rows);
  }

  /** Reads the rows whose columns equal the values of any of these maps. */
  public void readAny(List<Map<String, String>> any, Consumer<Row> rows) throws SQLException {
    read("SELECT * FROM " + sqlName, any, List.of(), rows);
  }

  /**
   * Reads the different values of a column, in order.
   *
   * @param least orders them by the least value that this column has beside them; by themselves if
   *     it is the column
   */
  public List<String> distinct(String column, Map<String, String> equal, String least)
      throws SQLException {
    Sql sql = sql("SELECT " + named(column) + ", MIN(" + named(least) + ") FROM " + sqlName);
    where(sql, equal.isEmpty() ? List.of() : List.of(equal));
    sql.text().append(" GROUP BY ").append(named(column));
    sql.text().append(" ORDER BY 2, ").append(named(column));
    List<String> values = new ArrayList<>();
    query(
        sql,
        row -> {
          String value = row.stored(0);
          if (value != null) {
            values.add(value);
          }
        });
    return values;
  }

  /** Deletes the rows whose columns equal these values. */
  public int delete(Map<String, String> equal) throws SQLException {
    Sql sql = sql("DELETE FROM " + sqlName);
    where(sql, List.of(equal));
    return change(sql);
  }

  /**
   * Changes columns of the rows whose columns equal these values. The empty text in a column that
   * holds no text becomes NULL, if it may be NULL.
   */
  public int update(Map<String, String> equal, Map<String, String> fields) throws SQLException {
    Sql sql = sql("UPDATE " + sqlName);
    String separator = " SET ";
    for (Map.Entry<String, String> field : fields.entrySet()) {
      sql.text().append(separator).append(named(field.getKey())).append(" = ?");
      sql.values().add(column(field.getKey()).bound(field.getValue()));
      separator = ", ";
    }
    where(sql, List.of(equal));
    return change(sql);
  }

  /**
   * Adds rows. The empty text in a column that holds no text becomes NULL, if it may be NULL.
   *
   * @param names the columns
   * @param rows the values of each row, in the order of the columns
   * @throws BulkException if one is refused; the transaction is then as before this call
   */
  public void insert(List<String> names, List<List<String>> rows)
      throws SQLException, BulkException {
    String sql = insertion(names);
    List<BulkColumn> wanted = new ArrayList<>();
    for (String column : names) {
      wanted.add(column(column));
    }
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<String> row : rows) {
        Rows.bind(statement, bound(wanted, row));
        statement.addBatch();
      }
      statement.executeBatch();
      connection.releaseSavepoint(before);
    } catch (SQLException refused) {
      connection.rollback(before);
      findCulprit(sql, wanted, rows, refused);
    }
  }

  private static @Nullable String[] bound(List<BulkColumn> columns, List<String> row) {
    @Nullable String[] values = new @Nullable String[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).bound(row.get(i));
    }
    return values;
  }

  private void findCulprit(
      String sql, List<BulkColumn> columns, List<List<String>> rows, SQLException refused)
      throws BulkException, SQLException {
    Savepoint before = connection.setSavepoint();
    for (int i = 0; i < rows.size(); i++) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Rows.bind(statement, bound(columns, rows.get(i)));
        statement.executeUpdate();
      } catch (SQLException e) {
        connection.rollback(before);
        throw new BulkException(i, oneLine(e), e);
      }
    }
    connection.rollback(before);
    throw new BulkException(-1, oneLine(refused), refused);
  }

  private String insertion(List<String> names) throws SQLException {
    List<String> quoted = new ArrayList<>();
    for (String column : names) {
      quoted.add(named(column));
    }
    return "INSERT INTO "
        + sqlName
        + " ("
        + String.join(", ", quoted)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(names.size(), "?"))
        + ")";
  }

  /** A statement in the making. */
  private record Sql(StringBuilder text, List<@Nullable String> values) {}

  private static Sql sql(String text) {
    return new Sql(new StringBuilder(text), new ArrayList<>());
  }

  private void read(
      String select, List<Map<String, String>> any, List<Order> orderBy, Consumer<Row> rows)
      throws SQLException {
    Sql sql = sql(select);
    where(sql, any);
    for (int i = 0; i < orderBy.size(); i++) {
      sql.text().append(i == 0 ? " ORDER BY " : ", ").append(named(orderBy.get(i).column()));
      sql.text().append(orderBy.get(i).descending() ? " DESC" : "");
    }
    query(sql, rows);
  }

  private void query(Sql sql, Consumer<Row> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.text().toString())) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      Rows.bind(statement, sql.values().toArray(String[]::new));
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

  private int change(Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.text().toString())) {
      Rows.bind(statement, sql.values().toArray(String[]::new));
      return statement.executeUpdate();
    }
  }

  private void where(Sql sql, List<Map<String, String>> any) throws SQLException {
    String next = " WHERE ";
    for (Map<String, String> equal : any) {
      sql.text().append(next);
      String separator = "(";
      for (Map.Entry<String, String> field : equal.entrySet()) {
        String value = column(field.getKey()).bound(field.getValue());
        sql.text().append(separator).append(named(field.getKey()));
        sql.text().append(value == null ? " IS NULL" : " = ?");
        if (value != null) {
          sql.values().add(value);
        }
        separator = " AND ";
      }
      sql.text().append(")");
      next = " OR ";
    }
  }

  private BulkColumn column(String column) throws SQLException {
    BulkColumn there = columns.get(column.toLowerCase(Locale.ROOT));
    if (there == null) {
      throw new SQLException("table " + name + " has no column " + column + "; add it");
    }
    return there;
  }

  private String named(String column) throws SQLException {
    return quoted(column(column).name());
  }

  private String quoted(String text) {
    return quote + text.replace(quote, quote + quote) + quote;
  }

  private void describe(
      DatabaseMetaData catalogue, @Nullable String database, @Nullable String schema, String table)
      throws SQLException {
    String escape = catalogue.getSearchStringEscape();
    String pattern = table.replace("_", escape + "_").replace("%", escape + "%");
    try (ResultSet found = catalogue.getColumns(database, schema, pattern, null)) {
      while (found.next()) {
        BulkColumn column =
            new BulkColumn(
                found.getString("COLUMN_NAME"),
                found.getInt("DATA_TYPE"),
                found.getInt("COLUMN_SIZE"),
                found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
        columns.put(column.name().toLowerCase(Locale.ROOT), column);
      }
    }
  }

  private static String oneLine(SQLException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", "; ");
  }
}
