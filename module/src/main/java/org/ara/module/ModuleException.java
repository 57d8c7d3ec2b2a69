package org.ara.module;

import org.jspecify.annotations.Nullable;

/**
 * A module could not load or reload; the message says why and what to do, naming the place. Other
 * modules go on without it, unless it is fatal: then the server does not start.
 */
public final class ModuleException extends Exception {

  private final boolean fatal;

  public ModuleException(String message) {
    this(message, null);
  }

  public ModuleException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private ModuleException(String message, @Nullable Throwable cause, boolean fatal) {
    super(message, cause);
    this.fatal = fatal;
  }

  /** One without which the server must not start. */
  public static ModuleException fatal(String message) {
    return new ModuleException(message, null, true);
  }

  /** Whether the server must not start. */
  public boolean isFatal() {
    return fatal;
  }
}
