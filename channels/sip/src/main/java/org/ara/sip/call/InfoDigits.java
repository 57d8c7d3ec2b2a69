package org.ara.sip.call;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ara.sip.message.SipRequest;

/** Keys sent in INFO requests, as {@code application/dtmf-relay} or {@code application/dtmf}. */
final class InfoDigits {

  private static final String KEYS = "0123456789ABCD*#";

  private InfoDigits() {}

  static Optional<Character> of(SipRequest info) {
    String type = info.contentType();
    String body = new String(info.sharedBody(), StandardCharsets.UTF_8);
    if ("application/dtmf".equals(type)) {
      return key(body);
    }
    if ("application/dtmf-relay".equals(type)) {
      return body.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("signal="))
          .findFirst()
          .flatMap(line -> key(line.substring(line.indexOf('=') + 1)));
    }
    return Optional.empty();
  }

  private static Optional<Character> key(String text) {
    String key = text.strip().toUpperCase(Locale.ROOT);
    return key.length() == 1 && KEYS.contains(key) ? Optional.of(key.charAt(0)) : Optional.empty();
  }
}
