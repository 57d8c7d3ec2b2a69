package org.ara.pbx.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an expression amounts to: always a text, and the number it is if it is one.
 *
 * @param text as it will be printed: an untouched operand as typed, quotes included
 * @param number its value, null for text that is no number
 */
record Value(String text, @Nullable BigDecimal number) {

  static final Value EMPTY = new Value("", null);
  static final Value FALSE = new Value("0", BigDecimal.ZERO);
  static final Value TRUE = new Value("1", BigDecimal.ONE);

  /** An operand as typed, or a text that came out of a regular expression or a function. */
  static Value of(String text) {
    return new Value(text, Numbers.parse(text));
  }

  static Value of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** The result of a calculation, held within the range of the numbers. */
  static Value of(BigDecimal result) {
    if (Numbers.isTooLarge(result)) {
      return new Value(result.signum() < 0 ? "-inf" : "inf", null);
    }
    BigDecimal rounded = Numbers.rounded(result);
    return new Value(Numbers.format(rounded), rounded);
  }

  /** What {@code |} and {@code &} ask: neither empty nor the number 0. */
  boolean isSet() {
    return number == null ? !text.isEmpty() : number.signum() != 0;
  }

  /** What {@code ?} asks: the same, and two quotes with nothing between them are empty. */
  boolean isTrue() {
    return isSet() && !text.equals("\"\"");
  }

  /** The text without the quotes around it. */
  String unquoted() {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
