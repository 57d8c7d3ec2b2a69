package org.ara.config.syntax;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** POSIX extended regular expressions, as the section filter {@code (+name=value)} writes them. */
public final class PosixRegex {

  private PosixRegex() {}

  /**
   * The expression as a pattern, to be searched for anywhere; empty if it is malformed or nests too
   * deep.
   */
  public static Optional<Pattern> compile(String expression) {
    try {
      return Optional.of(Pattern.compile(translated(expression), Pattern.DOTALL));
    } catch (PatternSyntaxException | StackOverflowError malformed) {
      return Optional.empty();
    }
  }

  /** Java's spelling: only bracket expressions and escapes of letters and digits differ. */
  private static String translated(String expression) {
    StringBuilder java = new StringBuilder();
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (c == '[') {
        at = bracket(expression, at, java);
      } else if (c == '\\' && at + 1 < expression.length()) {
        java.append(Pattern.quote(expression.substring(at + 1, at + 2)));
        at += 2;
      } else {
        java.append(c);
        at++;
      }
    }
    return java.toString();
  }

  private static int bracket(String expression, int open, StringBuilder java) {
    int at = open + 1;
    java.append('[');
    if (at < expression.length() && expression.charAt(at) == '^') {
      java.append('^');
      at++;
    }
    int first = at;
    while (at < expression.length() && (expression.charAt(at) != ']' || at == first)) {
      int end = expression.startsWith("[:", at) ? expression.indexOf(":]", at + 2) : -1;
      if (end > 0) {
        java.append(characterClass(expression.substring(at + 2, end)));
        at = end + 2;
      } else {
        char c = expression.charAt(at++);
        java.append("[]&\\^~".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
      }
    }
    java.append(']');
    return at + 1;
  }

  private static String characterClass(String name) {
    return switch (name) {
      case "xdigit" -> "\\p{XDigit}";
      case "" -> throw new PatternSyntaxException("empty class", name, 0);
      default -> "\\p{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
    };
  }
}
