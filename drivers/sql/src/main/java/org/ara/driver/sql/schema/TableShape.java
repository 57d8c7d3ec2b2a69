package org.ara.driver.sql.schema;

import java.util.List;
import java.util.Optional;

/**
 * The columns and keys of a table, as wanted or as found.
 *
 * @param schema where it is; empty where that goes without saying
 * @param name its real name, not quoted
 * @param columns in table order
 * @param keys indexes and keys in any order
 */
public record TableShape(String schema, String name, List<Column> columns, List<Key> keys) {

  public TableShape {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** The column of that name, case ignored. */
  public Optional<Column> column(String wanted) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** The columns of the primary key; empty if there is none. */
  public List<String> primaryKey() {
    return keys.stream().filter(Key::primary).findFirst().map(Key::columns).orElse(List.of());
  }
}
