package org.ara.sip.transport;

import java.io.IOException;

/** A listener that could not be opened; the message says which one, why, and what to do. */
public final class TransportException extends IOException {
  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
