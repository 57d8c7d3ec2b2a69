package org.ara.bench.call;

import java.util.Arrays;

/** Counts what became of calls; one thread's. */
final class Tally {

  private long[] nanos = new long[1 << 16];
  private int done;
  private long resent;
  private long repeated;
  private long failed;
  private int lastFailure;

  void done(long took) {
    if (done == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * done);
    }
    nanos[done++] = took;
  }

  void resent() {
    resent++;
  }

  void repeated() {
    repeated++;
  }

  void failed(int status) {
    failed++;
    lastFailure = status;
  }

  /** Messages that either side sent again. */
  long again() {
    return resent + repeated;
  }

  long failures() {
    return failed;
  }

  /** The status of the last call that failed; 0 if none did. */
  int lastFailure() {
    return lastFailure;
  }

  int calls() {
    return done;
  }

  /** The latency that so many in a hundred do not exceed, in milliseconds. */
  double percentile(int percent) {
    long[] sorted = Arrays.copyOf(nanos, done);
    Arrays.sort(sorted);
    return done == 0 ? 0 : sorted[Math.min(done - 1, done * percent / 100)] / 1e6;
  }
}
