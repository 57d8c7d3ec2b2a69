package org.ara.pbx.expression;

/**
 * The rule by which GotoIf, ExecIf, While and IF take a text as a condition ({@code
 * spec/dialplan.md} section 9): empty is false, a text that starts with an integer is false only if
 * the integer is 0, everything else is true.
 */
public final class Truth {

  private Truth() {}

  /** Whether the text is true. Leading blanks and a sign are part of the integer. */
  public static boolean of(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    boolean number = false;
    for (; at < text.length() && isDigit(text.charAt(at)); at++) {
      if (text.charAt(at) != '0') {
        return true;
      }
      number = true;
    }
    return !number;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
