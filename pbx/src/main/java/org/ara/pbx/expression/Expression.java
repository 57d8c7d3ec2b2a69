package org.ara.pbx.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Evaluates what stands in {@code $[ ... ]} ({@code spec/dialplan.md} section 9): a parser by
 * recursive descent that calculates as it reads.
 *
 * <p>Never throws for what the text says. Where the text stops making sense the rest is left out:
 * the value is what was understood so far, an operand that is missing is empty, and there is one
 * warning.
 */
public final class Expression {

  /** How deep parentheses, signs and conditions may be nested. */
  public static final int MAX_DEPTH = 100;

  private static final List<String> COMPARISONS = List.of("=", "==", "!=", "<", ">", "<=", ">=");

  private final String text;
  private final Lexer lexer;
  private final Functions functions;
  private final Warnings warnings;
  private final Operators operators;
  private Token token;
  private boolean failed;
  private int depth;

  private Expression(String text, Functions functions, Warnings warnings) {
    this.text = text;
    this.lexer = new Lexer(text);
    this.functions = functions;
    this.warnings = warnings;
    this.operators = new Operators(warnings);
    this.token = lexer.next();
  }

  /**
   * The value of an expression whose variables are already replaced.
   *
   * @param text without the brackets; empty or blank gives empty
   * @param functions what names followed by a parenthesis mean, besides the mathematical ones
   * @param warnings told what did not make sense
   */
  public static String evaluate(String text, Functions functions, Warnings warnings) {
    return new Expression(text, functions, warnings).run();
  }

  private String run() {
    if (token.kind() == Token.Kind.END) {
      return "";
    }
    if (token.kind() == Token.Kind.OPERATOR && !startsOperand()) {
      fail();
      return "";
    }
    Value value = condition();
    if (token.kind() != Token.Kind.END) {
      fail();
    }
    return value.text();
  }

  private boolean startsOperand() {
    return token.isOperator("(") || token.isOperator("-") || token.isOperator("!");
  }

  private void fail() {
    if (!failed) {
      String place = token.kind() == Token.Kind.END ? "at its end" : "at '" + token.text() + "'";
      warnings.warn("syntax error " + place + " of expression '" + text + "'");
    }
    failed = true;
    token = Token.END;
  }

  private boolean accept(String operator) {
    if (!token.isOperator(operator)) {
      return false;
    }
    token = lexer.next();
    return true;
  }

  private void expect(String operator) {
    if (!accept(operator)) {
      fail();
    }
  }

  private Value nested(Supplier<Value> part) {
    if (depth >= MAX_DEPTH) {
      fail();
      return Value.EMPTY;
    }
    depth++;
    Value value = part.get();
    depth--;
    return value;
  }

  private Value condition() {
    Value asked = or();
    if (!accept("?")) {
      return asked;
    }
    Value yes = nested(this::condition);
    if (!token.isOperator("::")) {
      fail();
      return asked;
    }
    expect("::");
    Value no = nested(this::condition);
    return asked.isTrue() ? yes : no;
  }

  private Value or() {
    Value left = and();
    while (accept("|") || accept("||")) {
      Value right = and();
      left = left.isSet() ? left : right;
    }
    return left;
  }

  private Value and() {
    Value left = comparison();
    while (accept("&") || accept("&&")) {
      Value right = comparison();
      left = left.isSet() && right.isSet() ? left : Value.FALSE;
    }
    return left;
  }

  private Value comparison() {
    Value left = sum();
    while (token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.text())) {
      String operator = token.text();
      token = lexer.next();
      left = Operators.compare(operator, left, sum());
    }
    return left;
  }

  private Value sum() {
    Value left = product();
    while (true) {
      if (accept("+")) {
        left = operators.add(left, product());
      } else if (accept("-")) {
        left = operators.subtract(left, product());
      } else {
        return left;
      }
    }
  }

  private Value product() {
    Value left = unary();
    while (true) {
      if (accept("*")) {
        left = operators.multiply(left, unary());
      } else if (accept("/")) {
        left = operators.divide(left, unary());
      } else if (accept("%")) {
        left = operators.remainder(left, unary());
      } else {
        return left;
      }
    }
  }

  private Value unary() {
    if (accept("-")) {
      return operators.negate(nested(this::unary));
    }
    if (accept("!")) {
      return Operators.not(nested(this::unary));
    }
    return match();
  }

  private Value match() {
    Value left = primary();
    while (true) {
      if (accept(":")) {
        left = operators.match(left, primary(), true);
      } else if (accept("=~")) {
        left = operators.match(left, primary(), false);
      } else if (accept("~~")) {
        left = Value.of(left.unquoted() + primary().unquoted());
      } else {
        return left;
      }
    }
  }

  private Value primary() {
    if (accept("(")) {
      Value inner = nested(this::condition);
      expect(")");
      return inner;
    }
    if (token.kind() != Token.Kind.OPERAND) {
      fail();
      return Value.EMPTY;
    }
    String word = token.text();
    token = lexer.next();
    return accept("(") ? call(word) : Value.of(word);
  }

  private Value call(String name) {
    List<Value> arguments = new ArrayList<>();
    if (!token.isOperator(")")) {
      do {
        arguments.add(nested(this::condition));
      } while (accept(","));
    }
    expect(")");
    MathFunction mathematical = MathFunction.named(name);
    if (mathematical != null) {
      return mathematical.call(arguments, warnings);
    }
    String text = String.join(",", arguments.stream().map(Value::text).toList());
    String value = functions.function(name, text);
    if (value == null) {
      warnings.warn("there is no function " + name + "; taken as 0");
      return Value.FALSE;
    }
    return Value.of(value);
  }
}
