package org.ara.bench.call;

/** How long packets took, in steps of 10 microseconds; one thread's until it has ended. */
final class Latencies {

  private static final int STEP_NANOS = 10_000;

  private final long[] steps = new long[10_000];
  private long count;
  private long worst;

  void add(long nanos) {
    count++;
    worst = Math.max(worst, nanos);
    steps[(int) Math.clamp(nanos / STEP_NANOS, 0, steps.length - 1)]++;
  }

  long count() {
    return count;
  }

  double worstMillis() {
    return worst / 1e6;
  }

  /** The time that so many in a hundred do not exceed. */
  double millis(double percent) {
    long left = (long) Math.ceil(count * percent / 100);
    for (int i = 0; i < steps.length; i++) {
      left -= steps[i];
      if (left <= 0) {
        return (i + 1) * STEP_NANOS / 1e6;
      }
    }
    return worstMillis();
  }
}
