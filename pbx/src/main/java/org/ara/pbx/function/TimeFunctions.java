package org.ara.pbx.function;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;

/** STRFTIME: a moment in words. */
final class TimeFunctions {

  private final Clock clock;

  TimeFunctions(Clock clock) {
    this.clock = clock;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {
      new Simple(
          new Description(
              "STRFTIME",
              "A moment in words",
              "STRFTIME([seconds since 1970][,[timezone][,format]])",
              "Without a moment it is now, without a zone the server's own, without a format %c."
                  + " The format is that of strftime; %1q to %6q, also with N in place of q, are"
                  + " parts of a second."),
          this::format)
    };
  }

  private String format(Channel channel, String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 3);
    String moment = split.text(0).strip();
    if (!moment.matches("(\\d{1,11}(\\.\\d{0,9})?)?")) {
      throw new FunctionException("'" + moment + "' is not a number of seconds since 1970");
    }
    Instant instant = moment.isEmpty() ? clock.instant() : instant(moment);
    ZonedDateTime time = instant.atZone(zone(split.text(1).strip()));
    return formatted(time, split.text(2).isEmpty() ? "%c" : split.text(2));
  }

  private static Instant instant(String seconds) {
    String[] parts = seconds.split("\\.", 2);
    String nanos = ((parts.length > 1 ? parts[1] : "") + "000000000").substring(0, 9);
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(nanos));
  }

  private ZoneId zone(String name) throws FunctionException {
    try {
      return name.isEmpty() ? clock.getZone() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new FunctionException("'" + name + "' is not a time zone");
    }
  }

  private static String formatted(ZonedDateTime time, String format) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      char c = format.charAt(at);
      if (c != '%' || at + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char letter = format.charAt(++at);
      if (letter >= '1' && letter <= '9' && at + 1 < format.length()) {
        int digits = letter - '0';
        at++;
        out.append(String.format(Locale.ROOT, "%09d", time.getNano()), 0, digits);
      } else {
        out.append(item(time, letter));
      }
    }
    return out.toString();
  }

  private static String item(ZonedDateTime time, char letter) {
    return switch (letter) {
      case 'a' -> pattern(time, "EEE");
      case 'A' -> pattern(time, "EEEE");
      case 'b', 'h' -> pattern(time, "MMM");
      case 'B' -> pattern(time, "MMMM");
      case 'c' -> formatted(time, "%a %b %e %H:%M:%S %Y");
      case 'C' -> two(time.getYear() / 100);
      case 'd' -> two(time.getDayOfMonth());
      case 'D', 'x' -> formatted(time, "%m/%d/%y");
      case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
      case 'F' -> formatted(time, "%Y-%m-%d");
      case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'H' -> two(time.getHour());
      case 'I' -> two(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
      case 'j' -> String.format(Locale.ROOT, "%03d", time.getDayOfYear());
      case 'k' -> String.format(Locale.ROOT, "%2d", time.getHour());
      case 'l' -> String.format(Locale.ROOT, "%2d", time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
      case 'm' -> two(time.getMonthValue());
      case 'M' -> two(time.getMinute());
      case 'n' -> "\n";
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'r', 'X' -> letter == 'r' ? formatted(time, "%I:%M:%S %p") : formatted(time, "%T");
      case 'R' -> formatted(time, "%H:%M");
      case 's' -> Long.toString(time.toEpochSecond());
      case 'S' -> two(time.getSecond());
      case 't' -> "\t";
      case 'T' -> formatted(time, "%H:%M:%S");
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      case 'U' -> two((time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7);
      case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'W' -> two((time.getDayOfYear() + 6 - (time.getDayOfWeek().getValue() - 1)) / 7);
      case 'y' -> two(time.getYear() % 100);
      case 'Y' -> Integer.toString(time.getYear());
      case 'z' -> pattern(time, "xx");
      case 'Z' -> pattern(time, "zzz");
      case '%' -> "%";
      default -> "%" + letter;
    };
  }

  private static String pattern(ZonedDateTime time, String letters) {
    return DateTimeFormatter.ofPattern(letters, Locale.ENGLISH).format(time);
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
