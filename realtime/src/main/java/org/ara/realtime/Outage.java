package org.ara.realtime;

import java.util.Objects;

/**
 * Why a storage could not answer, in words for an operator: names the driver, the table or the
 * family and what to do; never a password.
 *
 * @param kind what sort of failure
 * @param message one line
 */
public record Outage(Kind kind, String message) {

  /** Sorts of failure that callers treat differently. */
  public enum Kind {
    /** No mapping for the family, or its driver is not loaded. */
    UNMAPPED,
    /** The storage cannot be reached or did not answer in time. */
    UNREACHABLE,
    /** Too much is being asked already. */
    OVERLOADED,
    /** The storage refused: no such table or column, wrong type, no permission. */
    REFUSED
  }

  public Outage {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
