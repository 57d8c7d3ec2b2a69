package org.ara.pbx;

import java.util.Objects;

/**
 * Who calls.
 *
 * @param name as shown on a display; empty if unknown
 * @param number digits or a user name; empty if unknown
 */
public record CallerId(String name, String number) {

  /** Nobody known. */
  public static final CallerId UNKNOWN = new CallerId("", "");

  public CallerId {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(number, "number");
  }
}
