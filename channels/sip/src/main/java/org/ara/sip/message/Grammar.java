package org.ara.sip.message;

/** The character classes of RFC 3261 section 25.1. */
final class Grammar {
  private static final int TOKEN = 1;
  private static final int UNRESERVED = 2;
  private static final int USER = 4;
  private static final int PASSWORD = 8;
  private static final int PARAMETER = 16;
  private static final int URI_HEADER = 32;
  private static final int HOST = 64;
  private static final byte[] CLASSES = classes();
  private static final int LOG_LENGTH = 40;

  private Grammar() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    String alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    mark(
        classes,
        alphanumeric,
        TOKEN | UNRESERVED | USER | PASSWORD | PARAMETER | URI_HEADER | HOST);
    mark(classes, "-.!%*_+`'~", TOKEN);
    mark(classes, "-_.!~*'()", UNRESERVED | USER | PASSWORD | PARAMETER | URI_HEADER);
    mark(classes, "&=+$,;?/", USER);
    mark(classes, "&=+$,", PASSWORD);
    mark(classes, "[]/:&+$", PARAMETER);
    mark(classes, "[]/?:+$", URI_HEADER);
    mark(classes, "-._", HOST); // the underscore is no host character, but machines carry it
    return classes;
  }

  private static void mark(byte[] classes, String characters, int bits) {
    for (int i = 0; i < characters.length(); i++) {
      classes[characters.charAt(i)] |= (byte) bits;
    }
  }

  private static boolean is(int c, int kind) {
    return c >= 0 && c < 128 && (CLASSES[c] & kind) != 0;
  }

  static boolean isTokenChar(int c) {
    return is(c, TOKEN);
  }

  static boolean isUserChar(int c) {
    return is(c, USER);
  }

  static boolean isPasswordChar(int c) {
    return is(c, PASSWORD);
  }

  static boolean isParameterChar(int c) {
    return is(c, PARAMETER);
  }

  static boolean isUriHeaderChar(int c) {
    return is(c, URI_HEADER);
  }

  static boolean isHostChar(int c) {
    return is(c, HOST);
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenChar(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Whether the text may stand as a parameter value without quotes: a token, or a host with IPv6
   * brackets.
   */
  static boolean isPlainValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isTokenChar(c) && c != '[' && c != ']' && c != ':') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether the text would break out of its line when written. */
  static boolean breaksLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }

  /** The text between quotes, escaped as a quoted-string. */
  static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || (c < ' ' && c != '\t') || c == 0x7f) {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  /**
   * The text shortened, and with its control characters made harmless, for a log line or a reason
   * phrase.
   */
  static String quoteForLog(String text) {
    String head = text.length() > LOG_LENGTH ? text.substring(0, LOG_LENGTH) + "..." : text;
    StringBuilder out = new StringBuilder(head.length() + 2).append('\'');
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      out.append(c < ' ' || c == 0x7f || Character.isSurrogate(c) ? '?' : c);
    }
    return out.append('\'').toString();
  }
}
