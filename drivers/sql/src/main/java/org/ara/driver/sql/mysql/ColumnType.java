package org.ara.driver.sql.mysql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ara.driver.sql.Session;
import org.ara.driver.sql.SqlColumn;

/** The sorts of column, and what each of them can be compared with and can hold. */
enum ColumnType {
  TEXT,
  NUMBER,
  TIME,
  OTHER;

  private static final Map<String, Integer> WHOLE_NUMBERS =
      Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "int", 4, "bigint", 8);

  /** Character sets into which what is ASCII converts without loss. */
  private static final Set<String> LIKE_ASCII =
      Set.of(
          "utf8", "utf8mb3", "ascii", "latin1", "latin2", "latin5", "latin7", "cp1250", "cp1251",
          "cp1256", "cp1257", "koi8r", "koi8u", "greek", "hebrew", "cp850", "cp852", "cp866");

  private static final String NUMBER_PATTERN =
      "^[ \t\n]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[ \t\n]*$";
  private static final Pattern A_NUMBER = Pattern.compile(NUMBER_PATTERN);

  /**
   * The server would compare a number column with the number that a text begins with, and call
   * {@code 'abc'} zero. What is no number is made NULL instead, which equals nothing.
   */
  private static final String A_NUMBER_OR_NULL =
      "NULLIF(REGEXP_SUBSTR(?, '" + NUMBER_PATTERN + "'), '')";

  static ColumnType of(SqlColumn column) {
    return named(column.description().type());
  }

  /** The sort of a data type, as the server names it in lower case. */
  static ColumnType named(String type) {
    if (WHOLE_NUMBERS.containsKey(type)) {
      return NUMBER;
    }
    return switch (type) {
      case "decimal", "float", "double", "year" -> NUMBER;
      case "date", "datetime", "timestamp", "time" -> TIME;
      case "enum", "set", "bit", "geometry", "uuid", "inet4", "inet6" -> OTHER;
      default -> TEXT;
    };
  }

  /** How many bytes a value takes, where that is fixed; else 0. */
  int bytes(String type) {
    return WHOLE_NUMBERS.getOrDefault(type, 0);
  }

  /**
   * How values of such a column can be compared with many at once.
   *
   * @param type the data type
   * @param charset of a text; else empty
   */
  SqlColumn.Equality equality(String type, String charset) {
    return switch (this) {
      case TEXT ->
          charset.equals("utf8mb4")
              ? SqlColumn.Equality.ASKED
              : LIKE_ASCII.contains(charset)
                  ? SqlColumn.Equality.ASKED_IN_ASCII
                  : SqlColumn.Equality.UNKNOWN;
      case NUMBER ->
          WHOLE_NUMBERS.containsKey(type)
              ? SqlColumn.Equality.WHOLE_NUMBER
              : SqlColumn.Equality.UNKNOWN;
      case TIME, OTHER -> SqlColumn.Equality.UNKNOWN;
    };
  }

  /**
   * What a key has to be made so that a column, of those that can be compared with many at once,
   * compares with it as with a text alone: it takes part in the comparison as a column of a table
   * does, with a collation of its own.
   */
  static String asKeyOf(SqlColumn column) {
    String collation = column.collation();
    return collation.isEmpty()
        ? "CAST(? AS SIGNED)"
        : "CONVERT(? USING %s) COLLATE %s".formatted(collation.split("_", 2)[0], collation);
  }

  /** What a column of this sort is compared with: an expression with one {@code ?}. */
  String comparable() {
    return this == NUMBER ? A_NUMBER_OR_NULL : "?";
  }

  /** Why a column cannot hold a text, to be read after the value; empty if it can. */
  Optional<String> complaint(Session session, SqlColumn column, String value) throws SQLException {
    int most = column.description().size();
    boolean fits =
        switch (this) {
          case TEXT -> true;
          case NUMBER -> A_NUMBER.matcher(value).matches() && isInRange(column, value.strip());
          case TIME -> isTime(session, column, value);
          // A list of words is declared as enum('a','b').
          case OTHER -> column.declaredType().contains("'" + value + "'");
        };
    if (!fits) {
      return Optional.of("does not fit the column, which is " + column.declaredType());
    }
    return this == TEXT && most > 0 && value.codePointCount(0, value.length()) > most
        ? Optional.of("is longer than the " + most + " characters that the column holds")
        : Optional.empty();
  }

  private boolean isInRange(SqlColumn column, String value) {
    int bytes = bytes(column.description().type());
    if (bytes == 0) {
      return true;
    }
    boolean unsigned = column.declaredType().toLowerCase(Locale.ROOT).contains("unsigned");
    BigInteger range = BigInteger.ONE.shiftLeft(8 * bytes);
    BigInteger most = unsigned ? range : range.shiftRight(1);
    BigInteger least = unsigned ? BigInteger.ZERO : most.negate();
    BigInteger whole = new BigDecimal(value).toBigInteger();
    return whole.compareTo(least) >= 0 && whole.compareTo(most) < 0;
  }

  /** The server is asked whether it can read it. */
  private static boolean isTime(Session session, SqlColumn column, String value)
      throws SQLException {
    String type = column.description().type().equals("time") ? "TIME" : "DATETIME";
    var answer = session.query("SELECT CAST(? AS " + type + ") IS NOT NULL", value);
    return List.of("1", "true").contains(String.valueOf(answer.getFirst().stored(0)));
  }
}
