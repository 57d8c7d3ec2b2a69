package org.ara.sip.transaction;

import java.time.Duration;

/**
 * How patiently an INVITE is sent (RFC 3261 section 17.1.1.2).
 *
 * @param t1 after which it is sent again, and then after twice as long each time
 * @param end when it is given up (Timer B)
 */
public record Pace(Duration t1, Duration end) {

  /** What one of several servers is given: as long as four repetitions take (eight seconds). */
  public Pace brief() {
    Duration four = t1.multipliedBy(16);
    return four.compareTo(end) < 0 ? new Pace(t1, four) : this;
  }

  /**
   * @throws IllegalArgumentException if a time is not positive
   */
  public Pace {
    if (!t1.isPositive() || !end.isPositive()) {
      throw new IllegalArgumentException("T1 and Timer B must be positive");
    }
  }
}
