package org.ara.pbx.dialplan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import org.ara.pbx.expression.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Times at which something holds: {@code 9:00-17:00,mon-fri,*,*[,timezone]} ({@code
 * spec/dialplan.md} section 3). All fields must hold; ranges include their end and may wrap around;
 * {@code &} joins several. A field that makes no sense holds never, with a warning.
 */
public final class TimeCondition {

  private static final TimeField MINUTES = TimeField.minutesOfDay();
  private static final TimeField WEEKDAYS =
      TimeField.named("day of the week", List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));
  private static final TimeField DAYS = TimeField.numbered("day of the month", 1, 31);
  private static final TimeField MONTHS =
      TimeField.named(
          "month",
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

  private final BitSet minutes;
  private final BitSet weekdays;
  private final BitSet days;
  private final BitSet months;
  private final @Nullable ZoneId zone;

  private TimeCondition(
      BitSet minutes, BitSet weekdays, BitSet days, BitSet months, @Nullable ZoneId zone) {
    this.minutes = minutes;
    this.weekdays = weekdays;
    this.days = days;
    this.months = months;
    this.zone = zone;
  }

  /** Holds at all times. */
  public static TimeCondition always() {
    return parse("", message -> {});
  }

  /**
   * Reads a condition; missing and empty fields hold always.
   *
   * @param text the fields, separated by commas
   */
  public static TimeCondition parse(String text, Warnings warnings) {
    String[] fields = text.split(",", -1);
    return new TimeCondition(
        MINUTES.parse(field(fields, 0), warnings),
        WEEKDAYS.parse(field(fields, 1), warnings),
        DAYS.parse(field(fields, 2), warnings),
        MONTHS.parse(field(fields, 3), warnings),
        zone(field(fields, 4), warnings));
  }

  private static String field(String[] fields, int index) {
    return index < fields.length ? fields[index].strip() : "";
  }

  private static @Nullable ZoneId zone(String name, Warnings warnings) {
    if (name.isEmpty()) {
      return null;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      warnings.warn("'" + name + "' is not a time zone; the server's own is used");
      return null;
    }
  }

  /**
   * Whether it holds at a moment.
   *
   * @param server the zone of conditions that name none
   */
  public boolean holds(Instant moment, ZoneId server) {
    ZonedDateTime time = moment.atZone(zone == null ? server : zone);
    return minutes.get(time.getHour() * 60 + time.getMinute())
        && weekdays.get(time.getDayOfWeek().getValue() % 7)
        && days.get(time.getDayOfMonth() - 1)
        && months.get(time.getMonthValue() - 1);
  }
}
