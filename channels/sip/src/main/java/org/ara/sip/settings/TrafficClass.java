package org.ara.sip.settings;

import java.util.Locale;
import java.util.Optional;

/** Traffic classes by the names of RFC 2474, RFC 2597 and RFC 3246: the octet of an IP header. */
final class TrafficClass {

  private TrafficClass() {}

  /** The octet, 0 to 255, that a name or a number means. */
  static Optional<Integer> parse(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (word.matches("CS[0-7]")) {
      return Optional.of((word.charAt(2) - '0') << 5);
    }
    if (word.matches("AF[1-4][1-3]")) {
      return Optional.of((word.charAt(2) - '0') << 5 | (word.charAt(3) - '0') << 3);
    }
    if (word.equals("EF")) {
      return Optional.of(0xB8);
    }
    try {
      return Optional.of(Integer.decode(word)).filter(octet -> octet >= 0 && octet <= 255);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
