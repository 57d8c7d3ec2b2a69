package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/** The first line of a message (RFC 3261 section 7.1 and 7.2). */
sealed interface StartLine {
  /** A good request line. */
  record RequestLine(Method method, Uri uri) implements StartLine {}

  /** A request line that must be refused; the method is known if it was readable. */
  record BadRequestLine(@Nullable String method, int status, String problem) implements StartLine {}

  /** A good status line. */
  record StatusLine(int status, String reason) implements StartLine {}

  /** A status line that cannot be taken. */
  record BadStatusLine(String problem) implements StartLine {}

  /** No SIP at all. */
  record Foreign() implements StartLine {}

  private static boolean isVersion(String text) {
    return text.regionMatches(true, 0, "SIP/", 0, 4);
  }

  static StartLine parse(String line) {
    if (isVersion(line)) {
      return status(line);
    }
    String trimmed = line.stripTrailing(); // space after the version is harmless
    int first = trimmed.indexOf(' ');
    int last = trimmed.lastIndexOf(' ');
    if (first <= 0 || !isVersion(trimmed.substring(last + 1))) {
      return new Foreign();
    }
    String method = trimmed.substring(0, first);
    if (!trimmed.substring(last + 1).equalsIgnoreCase("SIP/2.0")) {
      return new BadRequestLine(method, 505, "version is not SIP/2.0");
    }
    if (first == last) {
      return new BadRequestLine(method, 400, "no Request-URI");
    }
    try {
      return new RequestLine(Method.of(method), Uri.parse(trimmed.substring(first + 1, last)));
    } catch (SipSyntaxException e) {
      return new BadRequestLine(method, 400, "Request-URI: " + e.getMessage());
    }
  }

  private static StartLine status(String line) {
    if (!line.regionMatches(true, 0, "SIP/2.0 ", 0, 8)) {
      return new BadStatusLine("version is not SIP/2.0");
    }
    int digits = 8;
    int status = 0;
    while (digits < line.length() && Grammar.isDigit(line.charAt(digits)) && digits < 12) {
      status = status * 10 + line.charAt(digits++) - '0';
    }
    boolean ended = digits == line.length() || line.charAt(digits) == ' ';
    if (digits != 11 || !ended || status < 100 || status > 699) {
      return new BadStatusLine("status code is not 100 to 699");
    }
    return new StatusLine(status, digits == line.length() ? "" : line.substring(digits + 1));
  }
}
