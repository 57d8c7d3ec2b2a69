package org.ara.pbx.expression;

import java.math.BigDecimal;

/** What the operators of an expression make of their operands ({@code spec/dialplan.md} 9). */
final class Operators {

  private static final Value DIVIDED_BY_NOTHING = Value.of("2147483647");

  private final Warnings warnings;

  Operators(Warnings warnings) {
    this.warnings = warnings;
  }

  static Value compare(String operator, Value left, Value right) {
    BigDecimal a = left.number();
    BigDecimal b = right.number();
    int order = a != null && b != null ? a.compareTo(b) : left.text().compareTo(right.text());
    return Value.of(
        switch (operator) {
          case "!=" -> order != 0;
          case "<" -> order < 0;
          case ">" -> order > 0;
          case "<=" -> order <= 0;
          case ">=" -> order >= 0;
          default -> order == 0;
        });
  }

  Value add(Value left, Value right) {
    return Value.of(leftNumber("+", left).add(numberOrZero(right)));
  }

  Value subtract(Value left, Value right) {
    return Value.of(leftNumber("-", left).subtract(numberOrZero(right)));
  }

  private BigDecimal leftNumber(String operator, Value left) {
    if (left.number() == null) {
      notANumber(operator, left);
    }
    return numberOrZero(left);
  }

  private static BigDecimal numberOrZero(Value value) {
    BigDecimal number = value.number();
    return number == null ? BigDecimal.ZERO : Numbers.rounded(number);
  }

  Value multiply(Value left, Value right) {
    if (!areNumbers("*", left, right)) {
      return Value.FALSE;
    }
    return Value.of(numberOrZero(left).multiply(numberOrZero(right), Numbers.PRECISION));
  }

  Value divide(Value left, Value right) {
    if (left.number() == null) {
      notANumber("/", left);
      return Value.FALSE;
    }
    BigDecimal divisor = right.number();
    if (divisor == null || divisor.signum() == 0) {
      warnings.warn("division of " + left.text() + " by '" + right.text() + "'");
      return DIVIDED_BY_NOTHING;
    }
    return Value.of(numberOrZero(left).divide(divisor, Numbers.PRECISION));
  }

  Value remainder(Value left, Value right) {
    if (!areNumbers("%", left, right)) {
      return Value.FALSE;
    }
    BigDecimal divisor = numberOrZero(right);
    if (divisor.signum() == 0) {
      warnings.warn("remainder of " + left.text() + " by 0");
      return Value.FALSE;
    }
    return Value.of(numberOrZero(left).remainder(divisor));
  }

  Value negate(Value operand) {
    BigDecimal number = operand.number();
    if (number == null) {
      notANumber("-", operand);
      return Value.FALSE;
    }
    return Value.of(number.negate());
  }

  /** Tests the integer that the text starts with; a text that starts otherwise counts as 0. */
  static Value not(Value operand) {
    String text = operand.text();
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
    boolean nonZero = at < text.length() && text.charAt(at) >= '1' && text.charAt(at) <= '9';
    return Value.of(!nonZero);
  }

  /**
   * The group that a regular expression caught, or how many characters it matched.
   *
   * @param anchored whether the match must begin at the start
   */
  Value match(Value left, Value right, boolean anchored) {
    return Value.of(PosixRegex.match(right.unquoted(), left.unquoted(), anchored, warnings));
  }

  private boolean areNumbers(String operator, Value left, Value right) {
    if (left.number() == null) {
      notANumber(operator, left);
      return false;
    }
    if (right.number() == null) {
      notANumber(operator, right);
      return false;
    }
    return true;
  }

  private void notANumber(String operator, Value operand) {
    warnings.warn("'" + operand.text() + "' beside " + operator + " is not a number");
  }
}
