package org.ara.pbx.variable;

import java.util.Objects;
import org.ara.pbx.expression.Expression;
import org.ara.pbx.expression.Warnings;

/**
 * Replaces {@code ${...}} and {@code $[...]} in a text ({@code spec/dialplan.md} section 8).
 *
 * <p>One pass, inside out: what a variable holds is never looked at again. There is no escape
 * character. Never throws for what the text says; results are cut at {@link #MAX_LENGTH} characters
 * and nesting at {@link #MAX_DEPTH} levels, each with a warning. The depth counts through functions
 * that substitute in their turn, so that a value which evaluates itself comes to an end.
 */
public final class Substitution {

  /** The longest result, in characters. */
  public static final int MAX_LENGTH = 8191;

  /** How deep references may be nested. */
  public static final int MAX_DEPTH = 15;

  private static final ScopedValue<Integer> OUTER_DEPTH = ScopedValue.newInstance();

  private final VariableScope scope;
  private final Warnings warnings;
  private boolean cut;

  private Substitution(VariableScope scope, Warnings warnings) {
    this.scope = Objects.requireNonNull(scope, "scope");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
  }

  /**
   * The text with its references replaced.
   *
   * @param text as written in the dialplan
   * @param scope what the names mean
   * @param warnings told of unknown functions, unclosed brackets, bad expressions and cut results
   */
  public static String substitute(String text, VariableScope scope, Warnings warnings) {
    int depth = OUTER_DEPTH.isBound() ? OUTER_DEPTH.get() : 0;
    return new Substitution(scope, warnings).replaceAll(text, depth);
  }

  private String replaceAll(String text, int depth) {
    if (text.indexOf('$') < 0) {
      return bounded(text);
    }
    if (depth > MAX_DEPTH) {
      warnings.warn("references are nested deeper than " + MAX_DEPTH + " levels; left empty");
      return "";
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length() && out.length() <= MAX_LENGTH) {
      char opening = text.charAt(at) == '$' && at + 1 < text.length() ? text.charAt(at + 1) : 0;
      if (opening == '{' || opening == '[') {
        int close = closing(text, at + 2, opening, opening == '{' ? '}' : ']');
        String inner =
            replaceAll(text.substring(at + 2, Math.min(close, text.length())), depth + 1);
        out.append(opening == '{' ? reference(inner, depth + 1) : expression(inner, depth + 1));
        at = close + 1;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return bounded(out.toString());
  }

  /** The index of the bracket that closes, or the text's length with a warning. */
  private int closing(String text, int from, char open, char close) {
    int level = 1;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == open) {
        level++;
      } else if (c == close && --level == 0) {
        return at;
      }
    }
    warnings.warn(
        "a '$" + open + "' is never closed with '" + close + "'; taken as closed at the end");
    return text.length();
  }

  private String reference(String inner, int depth) {
    int colon = colonOutsideParentheses(inner);
    String name = colon < 0 ? inner : inner.substring(0, colon);
    int parenthesis = name.indexOf('(');
    String value = parenthesis < 0 ? variable(name) : function(name, parenthesis, depth);
    return colon < 0 ? value : Substring.parse(inner.substring(colon + 1)).of(value);
  }

  private static int colonOutsideParentheses(String text) {
    int level = 0;
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '(' -> level++;
        case ')' -> level--;
        case ':' -> {
          if (level <= 0) {
            return at;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private String variable(String name) {
    String value = scope.variable(name);
    return value == null ? "" : value;
  }

  private String function(String text, int parenthesis, int depth) {
    String name = text.substring(0, parenthesis);
    int close = text.lastIndexOf(')');
    if (close < parenthesis) {
      warnings.warn("function " + name + " has no closing parenthesis");
      close = text.length();
    }
    String arguments = text.substring(parenthesis + 1, close);
    String value =
        ScopedValue.where(OUTER_DEPTH, depth).call(() -> scope.function(name, arguments));
    if (value == null) {
      warnings.warn("there is no function " + name + "; left empty");
      return "";
    }
    return value;
  }

  private String expression(String inner, int depth) {
    return ScopedValue.where(OUTER_DEPTH, depth)
        .call(() -> Expression.evaluate(inner, scope, warnings));
  }

  private String bounded(String result) {
    if (result.length() <= MAX_LENGTH) {
      return result;
    }
    if (!cut) {
      cut = true;
      warnings.warn("the result is longer than " + MAX_LENGTH + " characters; cut there");
    }
    return result.substring(0, MAX_LENGTH);
  }
}
