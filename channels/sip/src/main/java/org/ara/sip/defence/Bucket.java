package org.ara.sip.defence;

/**
 * A number of things that may be done at once, and more as time passes. For one thread at a time.
 */
final class Bucket {

  private static final double SECOND = 1e9;

  private double left = Double.NaN;
  private long last;

  /**
   * Does one of them, if it may be done.
   *
   * @param rate how many more there are after a second
   * @param most how many there are at most
   * @param now as of {@link System#nanoTime}
   */
  boolean take(double rate, double most, long now) {
    refill(rate, most, now);
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }

  /** Whether one may be done. */
  boolean has(double rate, double most, long now) {
    refill(rate, most, now);
    return left >= 1;
  }

  /** Starts again with as many as there can be. */
  void reset() {
    left = Double.NaN;
  }

  private void refill(double rate, double most, long now) {
    // The first use fills it: NaN is less than nothing.
    left = left >= 0 ? Math.min(most, left + (now - last) / SECOND * rate) : most;
    last = now;
  }
}
