package org.ara.sip.call;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ara.sip.message.SipRequest;

/** Keys sent in INFO requests, as {@code application/dtmf-relay} or {@code application/dtmf}. */
final class InfoDigits {

  private static final String LONG = "application/dtmf-relay";
  private static final String SHORT = "application/dtmf";
  private static final String KEYS = "0123456789ABCD*#";

  private InfoDigits() {}

  static Optional<Character> of(SipRequest info) {
    String type = info.contentType();
    String body = new String(info.sharedBody(), StandardCharsets.UTF_8);
    if (SHORT.equals(type)) {
      return key(body);
    }
    if (LONG.equals(type)) {
      return body.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("signal="))
          .findFirst()
          .flatMap(line -> key(line.substring(line.indexOf('=') + 1)));
    }
    return Optional.empty();
  }

  /** The type of the body that tells of a key. */
  static String type(boolean brief) {
    return brief ? SHORT : LONG;
  }

  /** The body that tells of a key. */
  static byte[] body(char key, boolean brief) {
    String text = brief ? String.valueOf(key) : "Signal=" + key + "\r\nDuration=160\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<Character> key(String text) {
    String key = text.strip().toUpperCase(Locale.ROOT);
    return key.length() == 1 && KEYS.contains(key) ? Optional.of(key.charAt(0)) : Optional.empty();
  }
}
