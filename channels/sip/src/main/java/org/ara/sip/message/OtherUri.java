package org.ara.sip.message;

/**
 * A URI whose scheme is neither sip nor sips ({@code tel:}, {@code http:}, unknown ones), kept as
 * it came.
 *
 * @param scheme in lower case
 * @param rest what follows the colon, not decoded
 */
public record OtherUri(String scheme, String rest) implements Uri {
  /**
   * @throws SipSyntaxException if the scheme is not a scheme, or the rest holds what no URI can
   *     hold
   */
  public OtherUri {
    if (!isScheme(scheme)) {
      throw new SipSyntaxException("not a URI scheme: " + Grammar.quoteForLog(scheme));
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '<' || c == '>' || c == '"') {
        throw new SipSyntaxException("character not allowed in URI: " + Grammar.quoteForLog(rest));
      }
    }
    if (rest.isEmpty()) {
      throw new SipSyntaxException("URI ends after its scheme: " + Grammar.quoteForLog(scheme));
    }
  }

  private static boolean isScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && (i == 0 || !(Grammar.isDigit(c) || c == '+' || c == '-' || c == '.'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  @Override
  public String toString() {
    return scheme + ':' + rest;
  }
}
