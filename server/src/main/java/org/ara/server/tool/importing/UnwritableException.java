package org.ara.server.tool.importing;

/** A row cannot be written into a file; the message names it and says why. */
final class UnwritableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableException(String message) {
    super(message);
  }
}
