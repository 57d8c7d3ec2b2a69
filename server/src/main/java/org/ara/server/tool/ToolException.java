package org.ara.server.tool;

import org.jspecify.annotations.Nullable;

/** A tool cannot do its work; the message is one line that names the place and what to do. */
public final class ToolException extends Exception {

  private static final long serialVersionUID = 1L;

  public ToolException(String message) {
    this(message, null);
  }

  public ToolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
