package org.ara.sip.transport;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Failures of the network in a few words. */
final class Reasons {

  private static final int DEPTH = 8;

  private Reasons() {}

  /** The innermost thing that went wrong. */
  static String of(@Nullable Throwable cause) {
    Throwable innermost = cause;
    for (int i = 0; i < DEPTH && innermost != null && innermost.getCause() != null; i++) {
      innermost = innermost.getCause();
    }
    if (innermost == null) {
      return "unknown";
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }

  /** Whether it was TLS that could not be agreed on. */
  static boolean isTls(@Nullable Throwable cause) {
    Throwable at = cause;
    for (int i = 0; i < DEPTH && at != null; i++) {
      if (at instanceof SSLException) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
