package org.ara.driver.sql.bulk;

import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column that is written.
 *
 * @param name its real name, not quoted
 * @param type one of {@link Types}
 * @param size characters of a text, as the catalogue says
 * @param nullable whether it may be NULL
 */
record BulkColumn(String name, int type, int size, boolean nullable) {

  /** Sizes beyond this are the database's way to say that there is none. */
  private static final int LARGEST = 100_000;

  /** What is bound for a value: the empty text is no number and no date, but NULL. */
  @Nullable String bound(String value) {
    return value.isEmpty() && nullable && !isText() ? null : value;
  }

  /** Whether a value is short enough. */
  boolean holds(String value) {
    return !isText()
        || size <= 0
        || size > LARGEST
        || value.length() <= size
        || value.codePointCount(0, value.length()) <= size;
  }

  /** Types that the drivers call other, such as enumerations, take texts too. */
  private boolean isText() {
    return switch (type) {
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB ->
          true;
      default -> false;
    };
  }
}
