package org.ara.realtime.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The value of one mapping, {@code driver,database[,table[,priority]]}, taken apart. A field in
 * double quotes may hold commas.
 */
final class MappingLine {

  private MappingLine() {}

  /** The fields as they are meant; what is odd about them goes to {@code warnings}. */
  static List<String> fields(String value, Consumer<String> warnings) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (from <= value.length()) {
      int end = fieldEnd(value, from);
      fields.add(unquoted(value.substring(from, end), warnings));
      from = end + 1;
    }
    return fields;
  }

  /** The comma that ends the field, or the end of the value; commas in quotes do not count. */
  private static int fieldEnd(String value, int from) {
    boolean quoted = false;
    for (int at = from; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        return at;
      }
    }
    return value.length();
  }

  private static String unquoted(String field, Consumer<String> warnings) {
    int open = field.indexOf('"');
    if (open < 0) {
      if (!field.equals(field.strip())) {
        warnings.accept("the blanks around '" + field + "' count; remove them if not meant");
      }
      return field;
    }
    int close = field.indexOf('"', open + 1);
    if (close < 0) {
      warnings.accept("the quote before '" + field.substring(open + 1) + "' is never closed");
      return field.substring(open + 1);
    }
    if (!field.substring(0, open).isBlank() || !field.substring(close + 1).isBlank()) {
      warnings.accept("the text outside of the quotes in '" + field + "' is ignored");
    }
    return field.substring(open + 1, close);
  }
}
