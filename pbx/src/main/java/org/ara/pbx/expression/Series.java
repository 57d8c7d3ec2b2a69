package org.ara.pbx.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions by their power series, to more digits than are printed. All throw {@link
 * ArithmeticException} where they are not defined.
 */
final class Series {

  static final MathContext WORKING = new MathContext(45, RoundingMode.HALF_EVEN);
  static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");
  static final BigDecimal HALF_PI = PI.divide(BigDecimal.TWO, WORKING);

  private static final BigDecimal TINY = new BigDecimal("1e-45");
  private static final BigDecimal LN_10 =
      new BigDecimal("2.30258509299404568401799145468436420760110148862877297603332790");
  private static final BigDecimal OVERFLOW = new BigDecimal("1e5000");
  private static final BigDecimal LARGEST_ANGLE = new BigDecimal("1e15");
  private static final int LARGEST_POWER = 11_500;

  private Series() {}

  static BigDecimal ratio(BigDecimal a, BigDecimal b) {
    return a.divide(b, WORKING);
  }

  static BigDecimal exp(BigDecimal x) {
    if (x.compareTo(BigDecimal.valueOf(LARGEST_POWER)) > 0) {
      return OVERFLOW;
    }
    if (x.compareTo(BigDecimal.valueOf(-LARGEST_POWER)) < 0) {
      return BigDecimal.ZERO;
    }
    // e^x = (e^(x / 2^20))^(2^20)
    int scale = 1 << 20;
    MathContext finer = new MathContext(60, RoundingMode.HALF_EVEN);
    BigDecimal small = x.divide(BigDecimal.valueOf(scale), finer);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small, finer).divide(BigDecimal.valueOf(n), finer);
      sum = sum.add(term, finer);
    }
    return sum.pow(scale, finer);
  }

  static BigDecimal log(BigDecimal x) {
    if (x.signum() <= 0) {
      throw new ArithmeticException("logarithm of " + x);
    }
    int exponent = x.precision() - x.scale() - 1;
    BigDecimal mantissa = x.movePointLeft(exponent);
    BigDecimal y = BigDecimal.valueOf(Math.log(mantissa.doubleValue()));
    // Newton on e^y = mantissa doubles the digits of a double twice.
    for (int i = 0; i < 3; i++) {
      BigDecimal power = exp(y);
      y = y.add(BigDecimal.TWO.multiply(ratio(mantissa.subtract(power), mantissa.add(power))));
    }
    return y.add(LN_10.multiply(BigDecimal.valueOf(exponent)), WORKING);
  }

  static BigDecimal pow(BigDecimal base, BigDecimal power) {
    if (power.signum() == 0) {
      return BigDecimal.ONE;
    }
    if (base.signum() == 0) {
      return ratio(BigDecimal.ZERO, power.signum() < 0 ? BigDecimal.ZERO : BigDecimal.ONE);
    }
    boolean whole = power.stripTrailingZeros().scale() <= 0;
    if (!whole && base.signum() < 0) {
      throw new ArithmeticException("root of a negative number");
    }
    BigDecimal size = log(base.abs()).multiply(power, WORKING);
    boolean negative = base.signum() < 0 && power.toBigInteger().testBit(0);
    BigDecimal result =
        whole && power.abs().compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0 && isMeasured(size)
            ? base.abs().pow(power.intValue(), WORKING)
            : exp(size);
    return negative ? result.negate() : result;
  }

  private static boolean isMeasured(BigDecimal size) {
    return size.abs().compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0;
  }

  static BigDecimal sin(BigDecimal x) {
    BigDecimal angle = reduced(x);
    return taylor(angle, angle, 2);
  }

  static BigDecimal cos(BigDecimal x) {
    return taylor(BigDecimal.ONE, reduced(x), 1);
  }

  private static BigDecimal reduced(BigDecimal x) {
    if (x.abs().compareTo(LARGEST_ANGLE) > 0) {
      throw new ArithmeticException("angle out of range");
    }
    return x.remainder(PI.multiply(BigDecimal.TWO));
  }

  /** first - first x^2 / (n (n+1)) + ... */
  private static BigDecimal taylor(BigDecimal first, BigDecimal x, int from) {
    BigDecimal square = x.multiply(x, WORKING).negate();
    BigDecimal sum = first;
    BigDecimal term = first;
    for (int n = from; term.abs().compareTo(TINY) > 0; n += 2) {
      term = term.multiply(square).divide(BigDecimal.valueOf((long) n * (n + 1)), WORKING);
      sum = sum.add(term);
    }
    return sum.round(WORKING);
  }

  static BigDecimal asin(BigDecimal x) {
    BigDecimal rest = BigDecimal.ONE.subtract(x.multiply(x));
    if (rest.signum() == 0) {
      return x.signum() < 0 ? HALF_PI.negate() : HALF_PI;
    }
    return atan(ratio(x, rest.sqrt(WORKING)));
  }

  static BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      BigDecimal quarter = x.signum() < 0 ? HALF_PI.negate() : HALF_PI;
      return quarter.subtract(atan(ratio(BigDecimal.ONE, x)));
    }
    // atan x = 2 atan(x / (1 + sqrt(1 + x^2))), until the series converges quickly
    BigDecimal small = x;
    int doublings = 4;
    for (int i = 0; i < doublings; i++) {
      BigDecimal root = BigDecimal.ONE.add(small.multiply(small)).sqrt(WORKING);
      small = ratio(small, BigDecimal.ONE.add(root));
    }
    BigDecimal square = small.multiply(small, WORKING).negate();
    BigDecimal sum = small;
    BigDecimal power = small;
    for (int n = 3; power.abs().compareTo(TINY) > 0; n += 2) {
      power = power.multiply(square, WORKING);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WORKING));
    }
    return sum.multiply(BigDecimal.valueOf(1L << doublings), WORKING);
  }

  static BigDecimal atan2(BigDecimal y, BigDecimal x) {
    if (x.signum() == 0) {
      return y.signum() == 0 ? BigDecimal.ZERO : y.signum() < 0 ? HALF_PI.negate() : HALF_PI;
    }
    BigDecimal angle = atan(ratio(y, x));
    if (x.signum() > 0) {
      return angle;
    }
    return y.signum() < 0 ? angle.subtract(PI) : angle.add(PI);
  }
}
