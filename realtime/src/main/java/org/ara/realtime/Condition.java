package org.ara.realtime;

import java.util.Objects;

/**
 * One term of a search: column, operator, value. All terms of a search are ANDed.
 *
 * @param column the column's name; identifiers are checked against the real table by the driver
 * @param operator how to compare
 * @param value the text to compare with, as a caller means it: engine and driver do the escaping
 */
public record Condition(String column, Operator operator, String value) {

  /** The comparisons of {@code spec/engine.md} 3.2. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    /** {@code %} and {@code _} are wildcards, backslash escapes them, on every storage. */
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as it is written after a column. */
    public String symbol() {
      return symbol;
    }
  }

  public Condition {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(value, "value");
    if (column.isBlank()) {
      throw new IllegalArgumentException("a condition needs a column");
    }
  }

  /** {@code column = value}. */
  public static Condition equal(String column, String value) {
    return new Condition(column, Operator.EQUAL, value);
  }

  /** {@code column LIKE pattern}, with backslash as the escape character. */
  public static Condition like(String column, String pattern) {
    return new Condition(column, Operator.LIKE, pattern);
  }

  /** Makes every character of {@code text} stand for itself inside a LIKE pattern. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
