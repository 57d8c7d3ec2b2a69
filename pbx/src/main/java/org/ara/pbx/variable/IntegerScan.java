package org.ara.pbx.variable;

/**
 * An integer at a place in a text, after blanks and a sign.
 *
 * @param found whether there is one
 * @param value its value, held within the range of an int
 * @param end the index after its last digit
 */
record IntegerScan(boolean found, int value, int end) {

  static IntegerScan of(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (negative || (at < text.length() && text.charAt(at) == '+')) {
      at++;
    }
    int first = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    return new IntegerScan(at > first, (int) (negative ? -value : value), at);
  }
}
