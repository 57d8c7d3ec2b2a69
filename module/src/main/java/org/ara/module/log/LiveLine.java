package org.ara.module.log;

import java.util.Objects;

/**
 * A line of the log as a console shows it.
 *
 * @param level its level
 * @param number the number of a {@code VERBOSE} message, 0 for all others
 * @param text one or more lines without the last line feed; control characters are visible text
 */
public record LiveLine(LogLevel level, int number, String text) {

  public LiveLine {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(text, "text");
  }
}
