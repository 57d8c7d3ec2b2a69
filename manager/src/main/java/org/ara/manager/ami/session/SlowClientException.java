package org.ara.manager.ami.session;

/** A client is gone, or does not read what it is sent. */
final class SlowClientException extends Exception {

  SlowClientException(String message) {
    super(message);
  }
}
