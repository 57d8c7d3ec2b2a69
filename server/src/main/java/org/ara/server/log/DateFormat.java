package org.ara.server.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A date written as {@code dateformat} says: the conversions of POSIX {@code strftime}, and {@code
 * %q} for milliseconds, {@code %1q} to {@code %9q} for that many digits of the second.
 */
final class DateFormat {

  private static final String USUAL = "%b %e %T";

  private final String pattern;
  private final DateTimeFormatter formatter;
  private final boolean fractions;
  private volatile Written last = new Written(Long.MIN_VALUE, "");

  /** A second and its text. */
  private record Written(long second, String text) {}

  private DateFormat(String pattern, DateTimeFormatter formatter, boolean fractions) {
    this.pattern = pattern;
    this.formatter = formatter;
    this.fractions = fractions;
  }

  /** {@code Nov 23 00:33:01}. */
  static DateFormat usual() {
    return of(USUAL).orElseThrow();
  }

  /** The format of a pattern; empty if it has a conversion that does not exist. */
  static Optional<DateFormat> of(String pattern) {
    DateTimeFormatterBuilder built = new DateTimeFormatterBuilder();
    boolean fractions = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%') {
        built.appendLiteral(c);
        continue;
      }
      int digits = 3;
      if (i + 2 < pattern.length()
          && pattern.charAt(i + 2) == 'q'
          && "123456789".indexOf(pattern.charAt(i + 1)) >= 0) {
        digits = pattern.charAt(++i) - '0';
      }
      char conversion = ++i < pattern.length() ? pattern.charAt(i) : ' ';
      fractions |= conversion == 'q';
      if (!conversion(built, conversion, digits)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new DateFormat(
            pattern,
            built.toFormatter(Locale.ENGLISH).withZone(ZoneId.systemDefault()),
            fractions));
  }

  private static boolean conversion(DateTimeFormatterBuilder to, char conversion, int digits) {
    switch (conversion) {
      case '%' -> to.appendLiteral('%');
      case 'n' -> to.appendLiteral(' ');
      case 't' -> to.appendLiteral('\t');
      case 'e' -> to.padNext(2).appendValue(ChronoField.DAY_OF_MONTH);
      case 'k' -> to.padNext(2).appendValue(ChronoField.HOUR_OF_DAY);
      case 'l' -> to.padNext(2).appendValue(ChronoField.CLOCK_HOUR_OF_AMPM);
      case 's' -> to.appendValue(ChronoField.INSTANT_SECONDS);
      case 'u' -> to.appendValue(ChronoField.DAY_OF_WEEK);
      case 'q' -> to.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, false);
      default -> {
        String pattern = pattern(conversion);
        if (pattern.isEmpty()) {
          return false;
        }
        to.appendPattern(pattern);
      }
    }
    return true;
  }

  private static String pattern(char conversion) {
    return switch (conversion) {
      case 'a' -> "EEE";
      case 'A' -> "EEEE";
      case 'b', 'h' -> "MMM";
      case 'B' -> "MMMM";
      case 'c' -> "EEE MMM ppd HH:mm:ss uuuu";
      case 'd' -> "dd";
      case 'D', 'x' -> "MM/dd/uu";
      case 'F' -> "uuuu-MM-dd";
      case 'H' -> "HH";
      case 'I' -> "hh";
      case 'j' -> "DDD";
      case 'm' -> "MM";
      case 'M' -> "mm";
      case 'p' -> "a";
      case 'r' -> "hh:mm:ss a";
      case 'R' -> "HH:mm";
      case 'S' -> "ss";
      case 'T', 'X' -> "HH:mm:ss";
      case 'y' -> "uu";
      case 'Y' -> "uuuu";
      case 'z' -> "xx";
      case 'Z' -> "zzz";
      default -> "";
    };
  }

  /** The pattern. */
  String pattern() {
    return pattern;
  }

  /** A moment in this format and the machine's time zone. */
  String format(Instant moment) {
    if (fractions) {
      return formatter.format(zoned(moment));
    }
    Written known = last;
    if (known.second() != moment.getEpochSecond()) {
      known = new Written(moment.getEpochSecond(), formatter.format(zoned(moment)));
      last = known;
    }
    return known.text();
  }

  private static ZonedDateTime zoned(Instant moment) {
    return moment.atZone(ZoneId.systemDefault());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DateFormat format && format.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }
}
