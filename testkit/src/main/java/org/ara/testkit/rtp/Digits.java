package org.ara.testkit.rtp;

/** The sixteen keys of a telephone and their event codes (RFC 4733 3.2). */
final class Digits {

  private static final String KEYS = "0123456789*#ABCD";

  private Digits() {}

  static int codeOf(char key) {
    int code = KEYS.indexOf(Character.toUpperCase(key));
    if (code < 0) {
      throw new IllegalArgumentException("'" + key + "' is not a key of a telephone");
    }
    return code;
  }

  /** The key of an event code; {@code ?} for events that are not keys. */
  static char of(int code) {
    return code < KEYS.length() ? KEYS.charAt(code) : '?';
  }
}
