package org.ara.pbx.function;

/** A function could not be read or written; the message says why, in words for whoever wrote it. */
public final class FunctionException extends Exception {

  public FunctionException(String message) {
    super(message, null, false, false);
  }
}
