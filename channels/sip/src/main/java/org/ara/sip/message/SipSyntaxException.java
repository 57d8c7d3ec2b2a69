package org.ara.sip.message;

/**
 * Text that does not follow the SIP grammar; its message says what is wrong, without secrets and
 * shortened.
 */
public final class SipSyntaxException extends RuntimeException {
  /** What is wrong with which text. */
  public SipSyntaxException(String message) {
    super(message, null, false, false); // part of normal traffic, so without a stack trace
  }
}
