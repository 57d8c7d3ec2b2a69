package org.ara.realtime.engine;

import java.util.concurrent.TimeUnit;

/** How often and for how long a storage could not be reached, by what asking it came to. */
final class Downtime {

  private static final long UP = -1;

  private volatile long since = UP;
  private long outages;
  private long nanos;

  /** It was asked and was reached. */
  void reached() {
    if (since != UP) {
      end();
    }
  }

  /** It was asked and could not be reached. */
  void missed() {
    if (since == UP) {
      begin();
    }
  }

  /** Whether it was away when it was last asked. */
  boolean isAway() {
    return since != UP;
  }

  /** How often it went away. */
  synchronized long outages() {
    return outages;
  }

  /** How long it was away, the present outage included. */
  synchronized double seconds() {
    long now = since == UP ? 0 : Math.max(0, (System.nanoTime() & Long.MAX_VALUE) - since);
    return (nanos + now) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private synchronized void begin() {
    if (since == UP) {
      outages++;
      since = System.nanoTime() & Long.MAX_VALUE;
    }
  }

  private synchronized void end() {
    if (since != UP) {
      nanos += Math.max(0, (System.nanoTime() & Long.MAX_VALUE) - since);
      since = UP;
    }
  }
}
