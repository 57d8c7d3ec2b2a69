package org.ara.driver.sql.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a table that exists, from any database. */
final class LiveTable {

  private final DatabaseMetaData catalogue;
  private final @Nullable String database;
  private final @Nullable String schema;
  private final String table;

  private LiveTable(Connection connection, @Nullable String qualifier, String table)
      throws SQLException {
    this.catalogue = connection.getMetaData();
    boolean schemas = catalogue.supportsSchemasInDataManipulation();
    this.database = schemas || qualifier == null ? connection.getCatalog() : qualifier;
    this.schema = !schemas ? null : qualifier == null ? connection.getSchema() : qualifier;
    this.table = table;
  }

  /**
   * The shape of a table.
   *
   * @param name as written in a mapping: a name, or {@code schema.name}; case need not match
   * @return empty if there is no such table
   */
  static Optional<TableShape> read(Connection connection, String name) throws SQLException {
    int dot = name.indexOf('.');
    String qualifier = dot < 0 ? null : name.substring(0, dot);
    String table = name.substring(dot + 1);
    for (String spelled : List.of(table, table.toLowerCase(Locale.ROOT))) {
      LiveTable found = new LiveTable(connection, qualifier, spelled);
      List<Column> columns = found.columns();
      if (!columns.isEmpty()) {
        return Optional.of(new TableShape(found.place(), spelled, columns, found.keys()));
      }
    }
    return Optional.empty();
  }

  private String place() {
    return Objects.requireNonNullElse(schema, Objects.requireNonNullElse(database, ""));
  }

  private List<Column> columns() throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet row = catalogue.getColumns(database, pattern(schema), pattern(table), null)) {
      while (row.next()) {
        columns.add(
            Column.found(
                row.getString("COLUMN_NAME"),
                row.getInt("DATA_TYPE"),
                row.getString("TYPE_NAME"),
                row.getInt("COLUMN_SIZE")));
      }
    }
    return columns;
  }

  private List<Key> keys() throws SQLException {
    List<Key> keys = new ArrayList<>();
    List<String> primary = primaryKey();
    if (!primary.isEmpty()) {
      keys.add(new Key(primary, true, true));
    }
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, Boolean> unique = new LinkedHashMap<>();
    try (ResultSet row = catalogue.getIndexInfo(database, schema, table, false, true)) {
      while (row.next()) {
        String index = row.getString("INDEX_NAME");
        String column = row.getString("COLUMN_NAME");
        if (index != null && column != null && row.getString("FILTER_CONDITION") == null) {
          columns.computeIfAbsent(index, name -> new ArrayList<>()).add(column);
          unique.put(index, !row.getBoolean("NON_UNIQUE"));
        }
      }
    }
    columns.forEach(
        (index, names) -> keys.add(new Key(names, Boolean.TRUE.equals(unique.get(index)), false)));
    return keys;
  }

  private List<String> primaryKey() throws SQLException {
    Map<Integer, String> columns = new TreeMap<>();
    try (ResultSet row = catalogue.getPrimaryKeys(database, schema, table)) {
      while (row.next()) {
        columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(columns.values());
  }

  private @Nullable String pattern(@Nullable String name) throws SQLException {
    String escape = catalogue.getSearchStringEscape();
    return name == null ? null : name.replace("_", escape + "_").replace("%", escape + "%");
  }
}
