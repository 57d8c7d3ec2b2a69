package org.ara.sip.message;

/**
 * A URI of a message: one of ours ({@link SipUri}) or one of a scheme that we only carry ({@link
 * OtherUri}).
 */
public sealed interface Uri permits SipUri, OtherUri {
  /** The scheme in lower case, without its colon. */
  String scheme();

  /**
   * Reads a URI of any scheme.
   *
   * @throws SipSyntaxException if the text is no URI, or its scheme is sip or sips and the rest
   *     does not follow RFC 3261
   */
  static Uri parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new SipSyntaxException("URI without a scheme: " + Grammar.quoteForLog(text));
    }
    if (SipUriParser.isSip(text, colon)) {
      return SipUriParser.parse(text);
    }
    return new OtherUri(
        text.substring(0, colon).toLowerCase(java.util.Locale.ROOT), text.substring(colon + 1));
  }
}
