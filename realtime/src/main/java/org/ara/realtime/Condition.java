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
    /** The same. */
    EQUAL("="),
    /** Another, and not NULL. */
    NOT_EQUAL("!="),
    /** Before, in the order of the column. */
    LESS("<"),
    /** Before or the same. */
    LESS_OR_EQUAL("<="),
    /** After. */
    GREATER(">"),
    /** After or the same. */
    GREATER_OR_EQUAL(">="),
    /** {@code %} and {@code _} are wildcards, backslash escapes them, on every storage. */
    LIKE("LIKE"),
    /** No match of such a pattern, and not NULL. */
    NOT_LIKE("NOT LIKE");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    private static Operator of(String symbol) {
      if (symbol.isEmpty()) {
        return EQUAL;
      }
      String spaced = symbol.equals("<>") ? "!=" : symbol.replaceAll("\\s+", " ");
      for (Operator operator : values()) {
        if (operator.symbol.equalsIgnoreCase(spaced)) {
          return operator;
        }
      }
      throw new IllegalArgumentException(
          "'" + symbol + "' is no operator: use = != < <= > >= LIKE");
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

  /**
   * A condition as Asterisk writes it: a column, perhaps with an operator behind it: {@code name},
   * {@code "name LIKE"}, {@code "starttime<= "}. The column is what stands before the first blank
   * or operator; without an operator it is {@code =}.
   *
   * @throws IllegalArgumentException if there is no column, or no such operator
   */
  public static Condition parse(String columnAndOperator, String value) {
    String text = columnAndOperator.strip();
    int end = 0;
    while (end < text.length() && " \t<>=!".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String symbol = text.substring(end).strip();
    return new Condition(text.substring(0, end), Operator.of(symbol), value);
  }

  /** Makes every character of {@code text} stand for itself inside a LIKE pattern. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
