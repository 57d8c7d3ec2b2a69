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
 * @param collation by which its texts are compared, where that matters; else empty
 */
public record SqlColumn(
    Column description,
    String sqlName,
    String declaredType,
    int bytes,
    Equality equality,
    String collation) {

  /** Whether this program can tell, as the database would, that two values are equal. */
  public enum Equality {
    /** Exactly if they are spelled the same. */
    SPELLING,
    /** Exactly if they are the same whole number. */
    WHOLE_NUMBER,
    /** Only the database knows, which can be asked for many values at once. */
    ASKED,
    /** Like {@link #ASKED}, but only for texts in ASCII. */
    ASKED_IN_ASCII,
    /** Only the database knows: it ignores case or trailing blanks, or the type is another. */
    UNKNOWN
  }

  /** A column of which only the database knows what is equal. */
  public SqlColumn(Column description, String sqlName, String declaredType, int bytes) {
    this(description, sqlName, declaredType, bytes, Equality.UNKNOWN);
  }

  /** A column whose collation does not matter. */
  public SqlColumn(
      Column description, String sqlName, String declaredType, int bytes, Equality equality) {
    this(description, sqlName, declaredType, bytes, equality, "");
  }

  /** Whether a statement for many keys finds for this value what one for it alone would find. */
  boolean mayBeOneOfMany(String value) {
    return switch (equality) {
      case SPELLING, ASKED -> true;
      case WHOLE_NUMBER -> isPlainNumber(value);
      case ASKED_IN_ASCII -> value.chars().allMatch(c -> c < 128);
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
