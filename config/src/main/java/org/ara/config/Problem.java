package org.ara.config;

import java.util.Objects;

/**
 * Something wrong in a configuration, said once, with its place and what to do.
 *
 * @param severity how bad it is
 * @param origin where
 * @param message what is wrong and what is expected, without the place
 */
public record Problem(Severity severity, Origin origin, String message) {

  /** How bad a problem is. */
  public enum Severity {
    /** The line was ignored or taken as best it could be; the rest holds. */
    WARNING,
    /** The file is invalid as a whole. */
    ERROR
  }

  public Problem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(message, "message");
  }

  public static Problem warning(Origin origin, String message) {
    return new Problem(Severity.WARNING, origin, message);
  }

  public static Problem error(Origin origin, String message) {
    return new Problem(Severity.ERROR, origin, message);
  }

  /** {@code sip.conf:12: message}. */
  @Override
  public String toString() {
    return origin + ": " + message;
  }
}
