package org.ara.pbx.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A POSIX extended regular expression in the notation of {@link Pattern}: brackets without
 * backslashes, repeated repetition, no look-around.
 */
final class PosixTranslation {

  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("digit", "0-9"),
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("space", "\\s"),
          Map.entry("blank", " \\t"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("xdigit", "\\p{XDigit}"));
  private static final String KNOWN_ESCAPES = "wWsSbB";

  private final String regex;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Integer> groups = new ArrayDeque<>();
  private int at;
  private int atom = -1;
  private boolean repeated;

  PosixTranslation(String regex) {
    this.regex = regex;
  }

  String toJava() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      switch (c) {
        case '[' -> bracket();
        case '\\' -> escape();
        case '(' -> {
          groups.push(out.length());
          plain(c, -1);
        }
        case ')' -> {
          int opened = groups.isEmpty() ? out.length() : groups.pop();
          plain(c, opened);
        }
        case '|', '^' -> plain(c, -1);
        case '*', '+', '?' -> repetition(String.valueOf(c));
        case '{' -> interval();
        case '.', '$' -> plain(c, out.length());
        default -> {
          int start = out.length();
          out.append(Pattern.quote(String.valueOf(c)));
          at++;
          atom(start);
        }
      }
    }
    return out.toString();
  }

  private void plain(char c, int atomStart) {
    out.append(c);
    at++;
    atom(atomStart);
  }

  private void atom(int start) {
    atom = start;
    repeated = false;
  }

  private void escape() {
    int start = out.length();
    if (at + 1 == regex.length()) {
      out.append("\\\\");
      at++;
    } else {
      char c = regex.charAt(at + 1);
      out.append(KNOWN_ESCAPES.indexOf(c) >= 0 ? "\\" + c : Pattern.quote(String.valueOf(c)));
      at += 2;
    }
    atom(start);
  }

  private void repetition(String operator) {
    at += operator.length();
    if (atom < 0) {
      int start = out.length();
      out.append(Pattern.quote(operator));
      atom(start);
      return;
    }
    if (repeated) {
      out.insert(atom, "(?:").append(')');
    }
    out.append(operator);
    repeated = true;
  }

  private void interval() {
    int close = regex.indexOf('}', at);
    String interval = close < 0 ? "" : regex.substring(at, close + 1);
    repetition(interval.matches("\\{\\d{1,3}(,\\d{0,3})?}") ? interval : literalBrace());
  }

  private String literalBrace() {
    atom = -1;
    return "{";
  }

  private void bracket() {
    int start = out.length();
    out.append('[');
    at++;
    if (at < regex.length() && regex.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      first = false;
      member();
    }
    // An unclosed bracket is left unclosed for the compiler to refuse.
    if (at < regex.length()) {
      out.append(']');
      at++;
    }
    atom(start);
  }

  private void member() {
    char c = regex.charAt(at);
    if (c == '[' && regex.startsWith("[:", at)) {
      int close = regex.indexOf(":]", at + 2);
      String members = close < 0 ? null : CLASSES.get(regex.substring(at + 2, close));
      if (members != null) {
        out.append(members);
        at = close + 2;
        return;
      }
    }
    boolean range = c == '-' && at + 1 < regex.length() && regex.charAt(at + 1) != ']';
    if (range && out.charAt(out.length() - 1) != '[' && out.charAt(out.length() - 1) != '^') {
      out.append('-');
    } else {
      out.append(Character.isLetterOrDigit(c) ? "" : "\\").append(c);
    }
    at++;
  }
}
