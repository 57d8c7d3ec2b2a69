package org.ara.manager.ami.wire;

/** An address or a certificate cannot be used; the message says why and what to do. */
public final class ListenException extends Exception {

  public ListenException(String message) {
    super(message);
  }

  public ListenException(String message, Throwable cause) {
    super(message, cause);
  }
}
