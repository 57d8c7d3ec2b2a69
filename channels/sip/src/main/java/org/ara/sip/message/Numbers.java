package org.ara.sip.message;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whole numbers of header fields that are better cut or ignored than refused. */
final class Numbers {
  private static final long MAXIMUM = 0xFFFF_FFFFL;

  private Numbers() {}

  /** The digits of the text, cut to 2^32-1; empty if it is null or anything but digits. */
  static OptionalLong lenient(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Grammar.isDigit(text.charAt(i))) {
        return OptionalLong.empty();
      }
      value = Math.min(MAXIMUM, value * 10 + text.charAt(i) - '0');
    }
    return OptionalLong.of(value);
  }
}
