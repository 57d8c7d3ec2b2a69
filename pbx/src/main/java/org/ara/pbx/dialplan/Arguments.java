package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of an application or a function, split from its one text ({@code spec/dialplan.md}
 * section 10): at commas outside parentheses, brackets and double quotes. Quotes and backslashes
 * are taken out; a backslash protects the next character.
 *
 * @param values in order; an empty text has none, an empty place between commas is an empty value
 */
public record Arguments(List<String> values) {

  public Arguments {
    values = List.copyOf(values);
  }

  /** All the arguments there are. */
  public static Arguments split(String text) {
    return split(text, Integer.MAX_VALUE);
  }

  /**
   * At most {@code slots} arguments; the last one takes the rest with its commas.
   *
   * @param slots at least 1
   */
  public static Arguments split(String text, int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("at least one slot: " + slots);
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    int nesting = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        value.append(text.charAt(++at));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted && nesting == 0 && values.size() + 1 < slots) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        nesting = quoted ? nesting : nesting(nesting, c);
        value.append(c);
      }
    }
    if (!values.isEmpty() || !text.isEmpty()) {
      values.add(value.toString());
    }
    return new Arguments(values);
  }

  private static int nesting(int level, char c) {
    return switch (c) {
      case '(', '[' -> level + 1;
      case ')', ']' -> Math.max(0, level - 1);
      default -> level;
    };
  }

  /** How many there are. */
  public int count() {
    return values.size();
  }

  /** The argument at {@code index} from 0, absent where there are fewer. */
  public Optional<String> at(int index) {
    return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
  }

  /** The argument at {@code index} from 0, empty where there are fewer. */
  public String text(int index) {
    return index < values.size() ? values.get(index) : "";
  }
}
