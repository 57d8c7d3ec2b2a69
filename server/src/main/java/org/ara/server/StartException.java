package org.ara.server;

import org.jspecify.annotations.Nullable;

/** The server cannot start; the message is one line that says why and what to do. */
public final class StartException extends Exception {

  private final int exitStatus;

  StartException(String message) {
    this(message, 1, null);
  }

  StartException(String message, int exitStatus, @Nullable Throwable cause) {
    super(message, cause);
    this.exitStatus = exitStatus;
  }

  /** The status the process ends with: 2 if a required module is missing, else 1. */
  public int exitStatus() {
    return exitStatus;
  }
}
