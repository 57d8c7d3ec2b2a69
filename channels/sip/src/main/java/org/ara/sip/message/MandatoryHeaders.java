package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/**
 * What every message must have in good order before anybody looks further (RFC 3261 section 8.1.1).
 */
final class MandatoryHeaders {
  private MandatoryHeaders() {}

  /** What is wrong; null if nothing is. */
  static @Nullable String problem(Headers headers) {
    String repeated = repeated(headers);
    if (repeated != null) {
      return "more than one " + repeated;
    }
    String field = HeaderName.VIA;
    try {
      Via via = headers.topVia();
      if (Via.MAGIC_COOKIE.equals(via.branch())) {
        return "Via branch is nothing but the cookie";
      }
      field = HeaderName.FROM;
      headers.from();
      field = HeaderName.TO;
      headers.to();
      field = HeaderName.CSEQ;
      headers.cseq();
      field = HeaderName.CALL_ID;
      if (!isCallId(headers.required(HeaderName.CALL_ID))) {
        return "Call-ID is empty or holds space";
      }
    } catch (SipSyntaxException e) {
      return field + ": " + e.getMessage();
    }
    String hops = headers.first(HeaderName.MAX_FORWARDS);
    if (hops != null && Numbers.lenient(hops).isEmpty()) {
      return "Max-Forwards is no number";
    }
    return ContentLength.of(headers) == ContentLength.UNREADABLE
        ? "Content-Length is no number"
        : null;
  }

  private static @Nullable String repeated(Headers headers) {
    for (int i = 1; i < headers.size(); i++) {
      String name = headers.name(i);
      if (HeaderNames.isSingle(name)) {
        for (int j = 0; j < i; j++) {
          if (headers.name(j).equals(name)) {
            return name;
          }
        }
      }
    }
    return null;
  }

  private static boolean isCallId(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
