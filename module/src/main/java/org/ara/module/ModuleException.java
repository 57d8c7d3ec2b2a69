package org.ara.module;

import org.jspecify.annotations.Nullable;

/** A module could not load or reload; the message says why and what to do, naming the place. */
public final class ModuleException extends Exception {

  public ModuleException(String message) {
    super(message);
  }

  public ModuleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
