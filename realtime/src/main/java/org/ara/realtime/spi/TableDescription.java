package org.ara.realtime.spi;

import java.util.List;
import java.util.Optional;

/**
 * A table's columns as the storage describes them.
 *
 * @param columns in table order
 */
public record TableDescription(List<Column> columns) {

  public TableDescription {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name as the storage spells it
   * @param type the storage's word for its type
   * @param size characters or digits it holds, 0 where that means nothing
   * @param nullable whether it takes NULL
   * @param text whether it takes any text, the empty one included
   */
  public record Column(String name, String type, int size, boolean nullable, boolean text) {}

  /** The column of that name, case ignored. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
