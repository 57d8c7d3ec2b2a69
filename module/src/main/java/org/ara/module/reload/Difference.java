package org.ara.module.reload;

import java.util.List;
import java.util.Objects;

/**
 * One object that a reload adds, changes or removes.
 *
 * @param kind what happens to it
 * @param object what it is: {@code peer}, {@code context}, {@code extension}
 * @param name which one: {@code alice}, {@code 200@phones}
 * @param parts the names of what changes in it, never values, which may be secret; may be empty
 */
public record Difference(Kind kind, String object, String name, List<String> parts) {

  /** What happens to an object. */
  public enum Kind {
    ADDED("+"),
    CHANGED("~"),
    REMOVED("-");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(name, "name");
    parts = List.copyOf(parts);
  }

  /** {@code ~ peer alice: secret, context}. */
  @Override
  public String toString() {
    return kind.sign
        + " "
        + object
        + (name.isEmpty() ? "" : " " + name)
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }
}
