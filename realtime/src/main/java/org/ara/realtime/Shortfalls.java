package org.ara.realtime;

import java.util.List;

/**
 * What a table lacks of what a module requires.
 *
 * @param messages a line for each column that is missing or too small, naming it and what to do;
 *     empty if nothing is lacking
 */
public record Shortfalls(List<String> messages) {

  public Shortfalls {
    messages = List.copyOf(messages);
  }

  /** Whether the table has all that is required. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }
}
