package org.ara.sip.message;

/** The announced length of a body. */
final class ContentLength {
  /** There is no Content-Length. */
  static final long ABSENT = -1;

  /** There are several, or one that is no number. */
  static final long UNREADABLE = -2;

  private ContentLength() {}

  static long of(Headers headers) {
    String value = null;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equals(HeaderName.CONTENT_LENGTH)) {
        if (value != null) {
          return UNREADABLE;
        }
        value = headers.value(i);
      }
    }
    return value == null ? ABSENT : Numbers.lenient(value).orElse(UNREADABLE);
  }
}
