package org.ara.driver.sql;

import org.ara.realtime.spi.TableDescription.Column;

/**
 * A column as statements need it.
 *
 * @param description what the engine may know about it
 * @param sqlName its real name, quoted
 * @param declaredType its type with its size, as the database spells it
 * @param bytes how many bytes it takes, where that is fixed; else 0
 */
public record SqlColumn(Column description, String sqlName, String declaredType, int bytes) {

  public String name() {
    return description.name();
  }

  /** Whether the empty text must be written as NULL: the column holds no text and may be NULL. */
  boolean emptyIsNull() {
    return !description.text() && description.nullable();
  }
}
