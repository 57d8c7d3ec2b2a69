package org.ara.pbx;

import java.util.Locale;
import java.util.Optional;

/** Whether a caller's number may be shown, and who vouches for it (Q.931, octet 3a). */
public enum Presentation {
  ALLOWED_NOT_SCREENED(0x00),
  ALLOWED_PASSED_SCREEN(0x01),
  ALLOWED_FAILED_SCREEN(0x02),
  ALLOWED(0x03),
  PROHIB_NOT_SCREENED(0x20),
  PROHIB_PASSED_SCREEN(0x21),
  PROHIB_FAILED_SCREEN(0x22),
  PROHIB(0x23),
  UNAVAILABLE(0x43);

  private final int code;

  Presentation(int code) {
    this.code = code;
  }

  /** Its number in Q.931. */
  public int code() {
    return code;
  }

  /** {@code allowed_not_screened} and the like. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the far end must not see the number. */
  public boolean hidden() {
    return code >= 0x20;
  }

  /** Whether the network vouches for the number. */
  public boolean screened() {
    return (code & 0x43) == 0x01 || (code & 0x43) == 0x03;
  }

  /** The presentation that a word, or a number of Q.931, names. */
  public static Optional<Presentation> named(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    for (Presentation one : values()) {
      if (wanted.equals(one.word()) || wanted.equals(Integer.toString(one.code))) {
        return Optional.of(one);
      }
    }
    return wanted.equals("prohib_not_available") ? Optional.of(UNAVAILABLE) : Optional.empty();
  }
}
