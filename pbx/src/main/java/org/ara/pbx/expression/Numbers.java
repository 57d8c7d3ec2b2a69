package org.ara.pbx.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of expressions: decimal, a little finer than the 64 bits of mantissa that Asterisk
 * calculates with, printed with 18 significant digits.
 */
final class Numbers {

  /** The precision of every calculation. */
  static final MathContext PRECISION = new MathContext(24, RoundingMode.HALF_EVEN);

  private static final int PRINTED_DIGITS = 18;
  private static final int LARGEST_EXPONENT = 4932;
  private static final int LONGEST = 8191;

  private Numbers() {}

  /** The number that a text is: an optional minus, digits and perhaps a fraction; else null. */
  static @Nullable BigDecimal parse(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int digits = digits(text, at);
    if (digits == at || text.length() > LONGEST) {
      return null;
    }
    if (digits < text.length()) {
      if (text.charAt(digits) != '.' || digits(text, digits + 1) != text.length()) {
        return null;
      }
      if (digits + 1 == text.length()) {
        return null;
      }
    }
    return new BigDecimal(text);
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  static boolean isTooLarge(BigDecimal number) {
    return exponent(number) > LARGEST_EXPONENT;
  }

  /** Rounded to the precision; what is too close to 0 is 0. */
  static BigDecimal rounded(BigDecimal number) {
    return exponent(number) < -LARGEST_EXPONENT ? BigDecimal.ZERO : number.round(PRECISION);
  }

  /** The power of ten of the first digit. */
  private static long exponent(BigDecimal number) {
    return number.signum() == 0 ? 0 : (long) number.precision() - number.scale() - 1;
  }

  /** As C prints it with {@code %.18Lg}. */
  static String format(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal shown =
        number.round(new MathContext(PRINTED_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    long exponent = exponent(shown);
    if (exponent >= -4 && exponent < PRINTED_DIGITS) {
      return shown.toPlainString();
    }
    BigInteger digits = shown.unscaledValue().abs();
    String text = digits.toString();
    StringBuilder out = new StringBuilder(shown.signum() < 0 ? "-" : "").append(text.charAt(0));
    if (text.length() > 1) {
      out.append('.').append(text, 1, text.length());
    }
    out.append(exponent < 0 ? "e-" : "e+");
    long size = Math.abs(exponent);
    return out.append(size < 10 ? "0" : "").append(size).toString();
  }
}
