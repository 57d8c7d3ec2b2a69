package org.ara.pbx;

import java.util.Objects;

/**
 * Who calls.
 *
 * @param name as shown on a display; empty if unknown
 * @param number digits or a user name; empty if unknown
 * @param presentation whether it may be shown
 * @param tag a mark for the dialplan that is shown to nobody; may be empty
 */
public record CallerId(String name, String number, Presentation presentation, String tag) {

  /** Nobody known. */
  public static final CallerId UNKNOWN = new CallerId("", "");

  public CallerId {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(presentation, "presentation");
    Objects.requireNonNull(tag, "tag");
  }

  /** A caller who may be shown and bears no mark. */
  public CallerId(String name, String number) {
    this(name, number, Presentation.ALLOWED_NOT_SCREENED, "");
  }

  /** Another name and number of the same caller. */
  public CallerId named(String otherName, String otherNumber) {
    return new CallerId(otherName, otherNumber, presentation, tag);
  }

  /** The same caller, shown like that. */
  public CallerId presented(Presentation other) {
    return new CallerId(name, number, other, tag);
  }

  /** The same caller with that mark. */
  public CallerId tagged(String other) {
    return new CallerId(name, number, presentation, other);
  }

  /** Takes {@code "name" <number>}, {@code name <number>}, {@code <number>} or a number apart. */
  public static CallerId parse(String text) {
    int open = text.lastIndexOf('<');
    int close = text.lastIndexOf('>');
    if (open >= 0 && close > open) {
      String name = text.substring(0, open).strip();
      boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
      return new CallerId(
          quoted ? name.substring(1, name.length() - 1) : name,
          text.substring(open + 1, close).strip());
    }
    String bare = text.strip().replace("\"", "");
    boolean number = !bare.isEmpty() && bare.matches("[0-9*#+.()\\- ]+");
    return number ? new CallerId("", bare) : new CallerId(bare, "");
  }

  /** {@code "name" <number>}, or the one of them that is known. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return number;
    }
    return number.isEmpty() ? "\"" + name + "\"" : "\"" + name + "\" <" + number + ">";
  }
}
