package org.ara.testkit.sip;

/** Something a test waited for did not happen, or what a phone must not be sent was sent. */
public final class PhoneException extends RuntimeException {

  PhoneException(String message) {
    super(message);
  }
}
