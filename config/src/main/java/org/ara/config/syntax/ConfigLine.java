package org.ara.config.syntax;

import java.nio.charset.StandardCharsets;

/** Lines of a configuration file, written so that they are read as what was meant. */
public final class ConfigLine {

  private ConfigLine() {}

  /**
   * {@code [name]}.
   *
   * @throws IllegalArgumentException if the name cannot be written in a header
   */
  public static String section(String name) {
    return text(Written.header(name));
  }

  /**
   * {@code name = value}.
   *
   * @throws IllegalArgumentException if the name or the value cannot be written: line ends, blanks
   *     at its ends, longer than a line
   */
  public static String variable(String name, String value) {
    return text(Written.name(name) + " = " + Written.value(value));
  }

  private static String text(String raw) {
    return new String(Bytes.bytes(raw), StandardCharsets.UTF_8);
  }
}
