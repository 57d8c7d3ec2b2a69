package org.ara.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a scenario: {@code --name N}, all of them whole numbers from 1.
 *
 * @param values by name, without the dashes
 */
public record Options(Map<String, Integer> values) {

  /** Reads a command line. */
  static Options parse(List<String> arguments) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!name.startsWith("--") || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            "'" + name + "' is not an option with a number after it");
      }
      values.put(name.substring(2), number(name, arguments.get(i + 1)));
    }
    return new Options(values);
  }

  /** The value of an option. */
  public int get(String name, int byDefault) {
    return values.getOrDefault(name, byDefault);
  }

  /** Refuses options other than these. */
  public void only(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("there is no option --" + name + ", only " + known);
      }
    }
  }

  private static int number(String name, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too small.
    }
    throw new IllegalArgumentException(name + ": '" + text + "' is not a whole number from 1");
  }
}
