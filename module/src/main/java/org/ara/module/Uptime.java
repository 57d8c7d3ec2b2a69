package org.ara.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A duration in the words of {@code core show uptime}. */
public final class Uptime {

  private record Unit(String name, long seconds) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("year", 365 * 86_400L),
          new Unit("week", 7 * 86_400L),
          new Unit("day", 86_400L),
          new Unit("hour", 3_600L),
          new Unit("minute", 60L));

  private Uptime() {}

  /**
   * {@code 2 days, 3 hours, 4 minutes, 5 seconds}, without the units that are zero. A unit is used
   * only for what exceeds it, so that a whole minute reads {@code 60 seconds}: scripts know that.
   */
  public static String inWords(Duration duration) {
    List<String> parts = new ArrayList<>();
    long left = duration.toSeconds();
    for (Unit unit : UNITS) {
      if (left > unit.seconds()) {
        parts.add(count(left / unit.seconds(), unit.name()));
        left %= unit.seconds();
      }
    }
    if (left > 0 || parts.isEmpty()) {
      parts.add(count(left, "second"));
    }
    return String.join(", ", parts);
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
