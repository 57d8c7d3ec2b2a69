package org.ara.driver.sql.server;

import java.time.Duration;
import java.util.StringJoiner;

/** A time span in the words of the console: {@code 1 hour, 3 minutes, 20 seconds}. */
public final class Elapsed {

  private static final String[] UNITS = {"year", "week", "day", "hour", "minute", "second"};
  private static final long[] SECONDS = {31_536_000, 604_800, 86_400, 3_600, 60, 1};

  private Elapsed() {}

  /** Largest unit first, units that are zero left out; {@code 0 seconds} for less than a second. */
  public static String inWords(Duration span) {
    StringJoiner words = new StringJoiner(", ");
    long rest = span.toSeconds();
    for (int i = 0; i < UNITS.length; i++) {
      long count = rest / SECONDS[i];
      rest %= SECONDS[i];
      if (count > 0) {
        words.add(count + " " + UNITS[i] + (count == 1 ? "" : "s"));
      }
    }
    return words.length() == 0 ? "0 seconds" : words.toString();
  }
}
