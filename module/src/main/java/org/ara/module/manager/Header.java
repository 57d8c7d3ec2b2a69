package org.ara.module.manager;

import java.util.Objects;

/**
 * A line of a message of the manager interface.
 *
 * @param name what stands before the colon
 * @param value what stands behind it; what cannot stand in a line is replaced when it is sent
 */
public record Header(String name, String value) {

  public Header {
    Objects.requireNonNull(value, "value");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a header needs a name");
    }
  }

  /** A header whose value is a number. */
  public static Header of(String name, long value) {
    return new Header(name, Long.toString(value));
  }

  /** A header whose value is {@code yes} or {@code no}. */
  public static Header yesNo(String name, boolean value) {
    return new Header(name, value ? "yes" : "no");
  }

  /** The line, without its end: no value can end it early and begin another. */
  public String line() {
    return oneLine(name) + ": " + oneLine(value);
  }

  private static String oneLine(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0 && text.indexOf('\0') < 0) {
      return text;
    }
    return text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }
}
