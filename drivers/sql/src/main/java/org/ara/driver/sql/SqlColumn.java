package org.ara.driver.sql;

import org.ara.realtime.spi.TableDescription.Column;

/**
 * A column as statements need it.
 *
 * @param description what the engine may know about it
 * @param sqlName its real name, quoted
 * @param declaredType its type with its size, as the database spells it
 * @param bytes how many bytes it takes, where that is fixed; else 0
 * @param equality how its values compare
 */
public record SqlColumn(
    Column description, String sqlName, String declaredType, int bytes, Equality equality) {

  /** Whether this program can tell, as the database would, that two values are equal. */
  public enum Equality {
    /** Exactly if they are spelled the same. */
    SPELLING,
    /** Exactly if they are the same whole number. */
    WHOLE_NUMBER,
    /** Only the database knows: it ignores case or trailing blanks, or the type is another. */
    UNKNOWN
  }

  /** A column of which only the database knows what is equal. */
  public SqlColumn(Column description, String sqlName, String declaredType, int bytes) {
    this(description, sqlName, declaredType, bytes, Equality.UNKNOWN);
  }

  /** Whether a value equals exactly those that are spelled like it, as this column prints them. */
  boolean comparesBySpelling(String value) {
    return switch (equality) {
      case SPELLING -> true;
      case WHOLE_NUMBER -> isPlainNumber(value);
      case UNKNOWN -> false;
    };
  }

  private static boolean isPlainNumber(String value) {
    int length = value.length();
    if (length == 0 || length > 18 || (length > 1 && value.charAt(0) == '0')) {
      return false;
    }
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  public String name() {
    return description.name();
  }

  /** Whether the empty text must be written as NULL: the column holds no text and may be NULL. */
  boolean emptyIsNull() {
    return !description.text() && description.nullable();
  }
}
