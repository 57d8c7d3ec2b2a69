package org.ara.sip.message;

/**
 * The CSeq of a message (RFC 3261 section 20.16).
 *
 * @param number 0 to 2^32-1
 * @param method that of the request
 */
public record CSeq(long number, Method method) {
  private static final long MAXIMUM = 0xFFFF_FFFFL;

  /**
   * @throws SipSyntaxException if the number does not fit 32 bits
   */
  public CSeq {
    if (number < 0 || number > MAXIMUM) {
      throw new SipSyntaxException("CSeq out of range: " + number);
    }
  }

  /**
   * Reads {@code 314159 INVITE}.
   *
   * @throws SipSyntaxException if the text is something else
   */
  public static CSeq parse(String text) {
    Cursor cursor = new Cursor(text);
    cursor.skipSpace();
    long number = cursor.number(MAXIMUM, "a number");
    if (!Grammar.isSpace(cursor.peek())) {
      throw cursor.error("expected a space and a method");
    }
    cursor.skipSpace();
    Method method = Method.of(cursor.token("a method"));
    cursor.expectEnd();
    return new CSeq(number, method);
  }

  @Override
  public String toString() {
    return number + " " + method.name();
  }
}
