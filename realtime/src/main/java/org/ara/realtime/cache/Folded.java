package org.ara.realtime.cache;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form in which values are compared to decide whether a change may concern an answer. Databases
 * call more texts equal than we do: values may only count as different here if they are different
 * for every column type and every collation, so that the only possible error is to ask again.
 */
final class Folded {

  /** Texts that a column of truth values may hold for one another. */
  private static final Set<String> TRUTH =
      Set.of("0", "1", "t", "f", "true", "false", "y", "n", "yes", "no", "on", "off");

  private static final int LONGEST_NUMBER = 40;

  private Folded() {}

  /** What the value is compared as; null if it may equal anything. */
  static @Nullable String of(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return null;
      }
    }
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (TRUTH.contains(text)) {
      return "?";
    }
    return startsLikeANumber(text) ? number(text) : text;
  }

  private static boolean startsLikeANumber(String text) {
    return !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
  }

  private static String number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return text;
    }
    try {
      BigDecimal number = new BigDecimal(text).stripTrailingZeros();
      // Not written out: 1e999999999 is short.
      String canonical = number.unscaledValue() + "e" + -number.scale();
      return canonical.equals("0e0") || canonical.equals("1e0") ? "?" : canonical;
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }
}
