package org.ara.realtime;

import java.util.Objects;

/**
 * A column and the text to write into it.
 *
 * @param column the column's name, as the family knows it
 * @param value the new value; empty means explicitly empty, which a driver turns into NULL for
 *     columns that cannot hold text
 */
public record Field(String column, String value) {

  public Field {
    Objects.requireNonNull(value, "value");
    if (column.isBlank()) {
      throw new IllegalArgumentException("a field needs a column");
    }
  }
}
