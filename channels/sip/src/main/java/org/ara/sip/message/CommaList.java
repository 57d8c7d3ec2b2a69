package org.ara.sip.message;

import java.util.List;

/** Splits a list value at its commas, leaving alone those inside quotes and angle brackets. */
final class CommaList {
  private CommaList() {}

  /** The first element, stripped. */
  static String first(String value) {
    int comma = value.indexOf(',');
    return comma < 0 ? value : value.substring(0, end(value, 0)).strip();
  }

  /** Adds the elements, stripped; empty ones are left out. */
  static void split(String value, List<String> into) {
    int start = 0;
    while (start <= value.length()) {
      int end = end(value, start);
      String element = value.substring(start, end).strip();
      if (!element.isEmpty()) {
        into.add(element);
      }
      start = end + 1;
    }
  }

  private static int end(String value, int start) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = start; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (bracketed) {
        bracketed = c != '>';
      } else if (c == ',') {
        return i;
      } else {
        quoted = c == '"';
        bracketed = c == '<';
      }
    }
    return value.length();
  }
}
