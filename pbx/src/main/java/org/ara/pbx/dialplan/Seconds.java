package org.ara.pbx.dialplan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as the dialplan writes them: seconds with a fraction, or with a suffix h, m, s or ms. */
public final class Seconds {

  private static final Pattern FORM =
      Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d*)?|\\.\\d+)\\s*(h|m|s|ms)?\\s*");

  private Seconds() {}

  /** The time that a text means; absent if it is none or negative. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String unit = form.group(2) == null ? "s" : form.group(2);
    long millis =
        switch (unit) {
          case "h" -> 3_600_000;
          case "m" -> 60_000;
          case "ms" -> 1;
          default -> 1_000;
        };
    BigDecimal amount = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(millis));
    return Optional.of(Duration.ofMillis(amount.longValue()));
  }
}
