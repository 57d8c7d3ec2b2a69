package org.ara.realtime.batch;

/** Too much is being asked: a request was not taken, or waited for too long. */
public final class OverloadException extends Exception {

  private static final long serialVersionUID = 1L;

  OverloadException(String message) {
    super(message, null, false, false);
  }
}
