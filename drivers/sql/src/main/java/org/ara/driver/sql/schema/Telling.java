package org.ara.driver.sql.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What a trigger tells, as text: on the first line which table, on each further line the key of a
 * changed row. The parts of a line are separated by tabs; a backslash escapes backslash, tab and
 * line feed. Without keys, any row may have changed.
 *
 * @param table the table's full name, schema first where there are schemas
 * @param keys the values of the key columns of each row
 */
public record Telling(List<String> table, List<List<String>> keys) {

  public Telling {
    table = List.copyOf(table);
    keys = List.copyOf(keys);
  }

  /** Reads what was told. */
  public static Telling parse(String text) {
    String[] lines = text.split("\n", -1);
    List<List<String>> keys = new ArrayList<>(lines.length - 1);
    for (int i = 1; i < lines.length; i++) {
      keys.add(parts(lines[i]));
    }
    return new Telling(parts(lines[0]), keys);
  }

  /** A line of parts. */
  public static String line(List<String> parts) {
    return String.join("\t", parts.stream().map(Telling::escaped).toList());
  }

  /** The parts of a line. */
  public static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == '\\' && i + 1 < line.length()) {
        part.append(unescaped(line.charAt(++i)));
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static char unescaped(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      default -> letter;
    };
  }
}
