package org.ara.pbx.function;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;

/** MATH and RAND: numbers. */
final class MathFunctions {

  /** In the order in which they are looked for. */
  private static final List<String> OPERATORS =
      List.of(
          "*", "/", "%", "^", "AND", "XOR", "OR", "<<", ">>", ">=", "<=", "==", ">", "<", "+", "-");

  private MathFunctions() {}

  static DialplanFunction[] all() {
    return new DialplanFunction[] {
      new Simple(
          new Description(
              "MATH",
              "Calculates with two numbers",
              "MATH(number operator number[,type])",
              "Operators: + - * / % ^ AND OR XOR << >> and the comparisons < <= > >= ==, which give"
                  + " TRUE or FALSE. Types: f or float (six decimals, the default), i or int, h or"
                  + " hex, c or char. A divisor that is not above 0 gives 0."),
          MathFunctions::calculate),
      new Simple(
          new Description(
              "RAND",
              "A number by chance",
              "RAND([least[,most]])",
              "A whole number from least (0) to most (2147483647), both included."),
          MathFunctions::random)
    };
  }

  private static String random(Channel channel, String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 2);
    int least = whole(split.text(0).strip(), 0);
    int most = whole(split.text(1).strip(), Integer.MAX_VALUE);
    long chosen =
        ThreadLocalRandom.current().nextLong(Math.min(least, most), Math.max(least, most) + 1L);
    return Long.toString(chosen);
  }

  private static int whole(String text, int otherwise) throws FunctionException {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[+-]?\\d{1,9}")) {
      throw new FunctionException("'" + text + "' is not a whole number of at most nine digits");
    }
    return Integer.parseInt(text);
  }

  private static String calculate(Channel channel, String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 2);
    String text = split.text(0).strip();
    for (String operator : OPERATORS) {
      int at = text.indexOf(operator, 1);
      if (at > 0) {
        double left = number(text.substring(0, at));
        double right = number(text.substring(at + operator.length()));
        return compared(operator, left, right)
            .orElse(shown(value(operator, left, right), split.text(1)));
      }
    }
    throw new FunctionException("'" + text + "' has no operator");
  }

  private static double number(String text) throws FunctionException {
    String stripped = text.strip();
    if (!stripped.matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")) {
      throw new FunctionException("'" + stripped + "' is not a number");
    }
    return Double.parseDouble(stripped);
  }

  private static Optional<String> compared(String operator, double left, double right) {
    return switch (operator) {
      case "<" -> truth(left < right);
      case "<=" -> truth(left <= right);
      case ">" -> truth(left > right);
      case ">=" -> truth(left >= right);
      case "==" -> truth(left == right);
      default -> Optional.empty();
    };
  }

  private static Optional<String> truth(boolean holds) {
    return Optional.of(holds ? "TRUE" : "FALSE");
  }

  private static double value(String operator, double left, double right) {
    return switch (operator) {
      case "*" -> left * right;
      case "/" -> right > 0 ? left / right : 0;
      case "%" -> (long) right > 0 ? (long) left % (long) right : 0;
      case "^" -> Math.pow(left, right);
      case "AND" -> (long) left & (long) right;
      case "XOR" -> (long) left ^ (long) right;
      case "OR" -> (long) left | (long) right;
      case "<<" -> (long) left << (long) right;
      case ">>" -> (long) left >> (long) right;
      case "+" -> left + right;
      case "-" -> left - right;
      default -> 0;
    };
  }

  private static String shown(double value, String type) throws FunctionException {
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "", "f", "float" -> String.format(Locale.ROOT, "%f", value);
      case "i", "int" -> Long.toString((long) value);
      case "h", "hex" -> Long.toHexString((long) value);
      case "c", "char" -> String.valueOf((char) (int) value);
      case String other -> throw new FunctionException("'" + other + "' is none of f, i, h, c");
    };
  }
}
