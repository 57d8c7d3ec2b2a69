package org.ara.config.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Understands one line without its comments: its first character decides what it is. */
final class StatementParser {

  private StatementParser() {}

  /** The statement in a text that is trimmed already. */
  static Statement parse(String text) {
    if (text.isEmpty()) {
      return new Statement.Nothing();
    }
    return switch (text.charAt(0)) {
      case '[' -> header(text);
      case '#' -> directive(text);
      case '\\' -> escaped(text);
      default -> assignment(text, text.indexOf('='));
    };
  }

  private static Statement header(String text) {
    int close = text.indexOf(']');
    if (close < 0) {
      return fatal("the section header has no ']'");
    }
    String name = Bytes.decode(text.substring(1, close));
    if (close + 1 == text.length() || text.charAt(close + 1) != '(') {
      return new Statement.Header(name, List.of());
    }
    int end = text.indexOf(')', close);
    if (end < 0) {
      return fatal("the options of section [" + name + "] have no ')'");
    }
    String options = Bytes.decode(text.substring(close + 2, end));
    return new Statement.Header(name, List.of(options.split(",", -1)));
  }

  private static Statement directive(String text) {
    int end = 1;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    String word = Bytes.decode(text.substring(1, end)).toLowerCase(Locale.ROOT);
    return new Statement.Directive(word, unquoted(Bytes.decode(text.substring(end).trim())));
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.startsWith("\"") && text.endsWith("\"")
                || text.startsWith("<") && text.endsWith(">"));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** A leading backslash makes the next character part of a name, whatever it is. */
  private static Statement escaped(String text) {
    if (text.length() == 1 || text.charAt(1) <= ' ') {
      return fatal("a '\\' at the start of a line needs a character right behind it");
    }
    return assignment(text.substring(1), text.indexOf('=', 2) - 1);
  }

  private static Statement assignment(String text, int equals) {
    if (equals < 0) {
      return new Statement.Malformed(
          "'" + Bytes.decode(text) + "' is ignored: it has no '=', and is no [section] either",
          false);
    }
    boolean append = equals > 0 && text.charAt(equals - 1) == '+';
    String name = Bytes.decode(text.substring(0, append ? equals - 1 : equals).trim());
    if (name.isEmpty()) {
      return new Statement.Malformed("ignored: there is no name before the '='", false);
    }
    boolean object = isObject(text, equals);
    String value = Bytes.decode(text.substring(valueStart(text, equals)).trim());
    Optional<String> appended =
        append ? Optional.of(Bytes.decode(text.substring(equals + 1))) : Optional.empty();
    return new Statement.Assignment(name, value, object, appended);
  }

  /** Where the value's text starts, behind {@code =} or {@code =>}; blanks may follow. */
  static int valueStart(String text, int equals) {
    return equals + (isObject(text, equals) ? 2 : 1);
  }

  private static boolean isObject(String text, int equals) {
    return equals + 1 < text.length() && text.charAt(equals + 1) == '>';
  }

  private static Statement fatal(String message) {
    return new Statement.Malformed(message, true);
  }
}
