package org.ara.module;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text for a terminal or a log in which control characters are seen, not obeyed: names that come
 * from the wire or from a table must neither forge a line nor steer a terminal.
 */
public final class VisibleText {

  private VisibleText() {}

  /** The text with every control character but the tab written as {@code \x1b}. */
  public static String line(String text) {
    return shown(text, c -> Character.isISOControl(c) && c != '\t');
  }

  /** The same for a text of several lines, whose line feeds stay. */
  public static String lines(String text) {
    return shown(text, c -> Character.isISOControl(c) && c != '\t' && c != '\n');
  }

  private static String shown(String text, IntPredicate hidden) {
    if (text.chars().noneMatch(hidden)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(
            c -> {
              if (hidden.test(c)) {
                out.append(String.format(Locale.ROOT, "\\x%02x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }
}
