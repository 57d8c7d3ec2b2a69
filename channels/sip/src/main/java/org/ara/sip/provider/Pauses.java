package org.ara.sip.provider;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next REGISTER: never the same for two registrations, so that those
 * that began together do not go on together.
 */
record Pauses(RandomGenerator random) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Renewals come after 75 to 90 of a hundred parts of the time granted. */
  Duration renewal(long granted) {
    long millis = granted * 1000;
    return Duration.ofMillis(millis * 3 / 4 + random.nextLong(millis * 15 / 100 + 1));
  }

  /**
   * Twice as long after each failure, up to ten minutes, and up to a tenth more.
   *
   * @param failures in a row, at least 1
   * @param first pause
   * @param asked what the provider asks for, in seconds; an hour at most is heeded
   */
  Duration failure(int failures, Duration first, long asked) {
    long most = Math.max(first.toMillis(), LONGEST.toMillis());
    long doubled = Math.min(first.toMillis() << Math.min(failures - 1, 10), most);
    long millis = Math.max(doubled, Math.min(asked, 3600) * 1000);
    return Duration.ofMillis(millis + random.nextLong(millis / 10 + 1));
  }

  /** Among many that begin together, a hundred a second begin. */
  Duration start(int together) {
    return Duration.ofMillis(together <= 1 ? 0 : random.nextLong(together * 10L));
  }
}
