package org.ara.config;

import java.util.Objects;

/**
 * One {@code name = value} line, or one row of a static table.
 *
 * @param name the name as written, never empty; compared ignoring case
 * @param value the value after comments and blanks are removed; may be empty
 * @param object whether it was written with {@code =>} rather than {@code =}
 * @param inherited whether it was copied from a base category rather than written here
 * @param origin where it was written
 */
public record Variable(
    String name, String value, boolean object, boolean inherited, Origin origin) {

  public Variable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a variable needs a name: " + origin);
    }
  }

  /** A plain {@code name = value} written at {@code origin}. */
  public Variable(String name, String value, Origin origin) {
    this(name, value, false, false, origin);
  }

  /** Whether this variable goes by {@code other}, ignoring case. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}
