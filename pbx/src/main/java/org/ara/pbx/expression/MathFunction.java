package org.ara.pbx.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mathematical functions of expressions ({@code spec/dialplan.md} 9); angles in radians. */
enum MathFunction {
  SIN(a -> Series.sin(a)),
  COS(a -> Series.cos(a)),
  TAN(a -> Series.ratio(Series.sin(a), Series.cos(a))),
  ASIN(a -> Series.asin(a)),
  ACOS(a -> Series.HALF_PI.subtract(Series.asin(a))),
  ATAN(a -> Series.atan(a)),
  ATAN2((a, b) -> Series.atan2(a, b)),
  POW((a, b) -> Series.pow(a, b)),
  SQRT(a -> a.sqrt(Series.WORKING)),
  ROUND(a -> a.setScale(0, RoundingMode.HALF_UP)),
  RINT(a -> a.setScale(0, RoundingMode.HALF_EVEN)),
  FLOOR(a -> a.setScale(0, RoundingMode.FLOOR)),
  CEIL(a -> a.setScale(0, RoundingMode.CEILING)),
  TRUNC(a -> a.setScale(0, RoundingMode.DOWN)),
  EXP(a -> Series.exp(a)),
  EXP2(a -> Series.pow(BigDecimal.TWO, a)),
  EXP10(a -> Series.pow(BigDecimal.TEN, a)),
  LOG(a -> Series.log(a)),
  LOG2(a -> Series.ratio(Series.log(a), Series.log(BigDecimal.TWO))),
  LOG10(a -> Series.ratio(Series.log(a), Series.log(BigDecimal.TEN))),
  REMAINDER((a, b) -> remainder(a, b)),
  ABS(a -> a.abs());

  private static final Map<String, MathFunction> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MathFunction::name, f -> f));

  private final int arity;
  private final Two body;

  MathFunction(One body) {
    this.arity = 1;
    this.body = (a, b) -> body.of(a);
  }

  MathFunction(Two body) {
    this.arity = 2;
    this.body = body;
  }

  private interface One {
    BigDecimal of(BigDecimal a);
  }

  private interface Two {
    BigDecimal of(BigDecimal a, BigDecimal b);
  }

  static @Nullable MathFunction named(String name) {
    return BY_NAME.get(name);
  }

  /** The function's value; 0 with a warning for what it is not defined for. */
  Value call(List<Value> arguments, Warnings warnings) {
    if (arguments.size() != arity) {
      warnings.warn(name() + " takes " + arity + " arguments, not " + arguments.size());
      return Value.FALSE;
    }
    BigDecimal a = arguments.getFirst().number();
    BigDecimal b = arguments.getLast().number();
    if (a == null || b == null) {
      warnings.warn(name() + " takes numbers");
      return Value.FALSE;
    }
    try {
      return Value.of(body.of(Numbers.rounded(a), Numbers.rounded(b)));
    } catch (ArithmeticException e) {
      warnings.warn(name() + " is not defined there");
      return Value.FALSE;
    }
  }

  /** IEEE 754: to the nearest multiple, halves to the even one. */
  private static BigDecimal remainder(BigDecimal a, BigDecimal b) {
    int digits = Math.max(1, a.precision() - a.scale() - (b.precision() - b.scale()) + 40);
    BigDecimal times = a.divide(b, new MathContext(digits)).setScale(0, RoundingMode.HALF_EVEN);
    return a.subtract(times.multiply(b));
  }
}
