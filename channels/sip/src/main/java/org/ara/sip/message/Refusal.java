package org.ara.sip.message;

import org.ara.sip.message.ParseResult.Cause;
import org.jspecify.annotations.Nullable;

/** Answers a request that could not be read, with whatever of it could. */
final class Refusal {
  private static final byte[] NO_BODY = new byte[0];

  private Refusal() {}

  static ParseResult of(@Nullable String method, int status, String problem, Headers asked) {
    if ("ACK".equals(method)) {
      return new ParseResult.Dropped(Cause.UNANSWERABLE, "ACK: " + problem);
    }
    HeadersBuilder headers = new HeadersBuilder();
    if (!addVia(headers, asked)) {
      return new ParseResult.Dropped(Cause.UNANSWERABLE, "no usable Via; " + problem);
    }
    addFirst(headers, asked, HeaderName.FROM);
    addTo(headers, asked);
    addFirst(headers, asked, HeaderName.CALL_ID);
    addFirst(headers, asked, HeaderName.CSEQ);
    headers.add(HeaderName.CONTENT_LENGTH, "0");
    String reason = ReasonPhrase.of(status) + " (" + problem + ")";
    return new ParseResult.Malformed(
        problem, new SipResponse(status, reason, headers.build(), NO_BODY));
  }

  /**
   * Adds every Via, the topmost without its parameters if these are what is broken; false if there
   * is no way back.
   */
  private static boolean addVia(HeadersBuilder headers, Headers asked) {
    boolean top = true;
    for (String line : asked.all(HeaderName.VIA)) {
      if (top) {
        String usable = usable(line);
        if (usable == null) {
          return false;
        }
        headers.add(HeaderName.VIA, usable);
        top = false;
      } else {
        headers.add(HeaderName.VIA, line);
      }
    }
    return !top;
  }

  private static @Nullable String usable(String line) {
    try {
      Via.parse(CommaList.first(line));
      return line;
    } catch (SipSyntaxException broken) {
      try {
        return Via.parseLeniently(CommaList.first(line)).toString();
      } catch (SipSyntaxException hopeless) {
        return null;
      }
    }
  }

  private static void addFirst(HeadersBuilder headers, Headers asked, String name) {
    String value = asked.first(name);
    if (value != null) {
      headers.add(name, value);
    }
  }

  private static void addTo(HeadersBuilder headers, Headers asked) {
    String to = asked.first(HeaderName.TO);
    if (to == null) {
      return;
    }
    boolean wantsTag;
    try {
      wantsTag = NameAddress.parse(to).tag() == null;
    } catch (SipSyntaxException broken) {
      wantsTag = false;
    }
    headers.add(HeaderName.TO, wantsTag ? to + ";tag=" + Tags.derivedFrom(asked) : to);
  }
}
