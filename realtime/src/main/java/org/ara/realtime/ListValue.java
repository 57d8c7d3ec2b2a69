package org.ara.realtime;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The text form in which one column holds several values: separated by {@code ;}, with {@code ^3B}
 * for a literal semicolon and {@code ^5E} for a literal caret ({@code spec/engine.md} 3.3).
 */
public final class ListValue {

  private ListValue() {}

  /** A single value as it is stored and searched for. */
  public static String encode(String value) {
    if (value.indexOf(';') < 0 && value.indexOf('^') < 0) {
      return value;
    }
    return value.replace("^", "^5E").replace(";", "^3B");
  }

  /** What a stored single value stands for; a caret without two hex digits stays. */
  public static String decode(String stored) {
    int caret = stored.indexOf('^');
    if (caret < 0) {
      return stored;
    }
    StringBuilder out = new StringBuilder(stored.length());
    int from = 0;
    for (; caret >= 0; caret = stored.indexOf('^', from)) {
      out.append(stored, from, caret);
      if (isEscape(stored, caret)) {
        out.append((char) HexFormat.fromHexDigits(stored, caret + 1, caret + 3));
        from = caret + 3;
      } else {
        out.append('^');
        from = caret + 1;
      }
    }
    return out.append(stored, from, stored.length()).toString();
  }

  /**
   * The values in a stored text, each trimmed of trailing blanks and decoded. Empty pieces between
   * separators are dropped; an entirely empty text is one empty value.
   */
  public static List<String> split(String stored) {
    if (stored.indexOf(';') < 0) {
      return List.of(decode(stored));
    }
    List<String> values = new ArrayList<>();
    int from = 0;
    while (from <= stored.length()) {
      int end = stored.indexOf(';', from);
      String piece = stored.substring(from, end < 0 ? stored.length() : end).stripTrailing();
      if (!piece.isEmpty()) {
        values.add(decode(piece));
      }
      if (end < 0) {
        break;
      }
      from = end + 1;
    }
    return values;
  }

  private static boolean isEscape(String text, int caret) {
    return caret + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(caret + 1))
        && HexFormat.isHexDigit(text.charAt(caret + 2));
  }
}
