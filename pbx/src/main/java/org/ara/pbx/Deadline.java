package org.ara.pbx;

import java.time.Duration;

/** A moment until which to wait, on the clock that only goes forward. */
public final class Deadline {

  /** Waiting without end. */
  public static final Deadline NEVER = new Deadline(0, true);

  private final long nanoTime;
  private final boolean never;

  private Deadline(long nanoTime, boolean never) {
    this.nanoTime = nanoTime;
    this.never = never;
  }

  /** That long from now; a negative or zero time has already passed. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), false);
  }

  /** How many nanoseconds are left; {@link Long#MAX_VALUE} for {@link #NEVER}. */
  public long remaining() {
    return never ? Long.MAX_VALUE : nanoTime - System.nanoTime();
  }

  /** Whether it has passed. */
  public boolean isOver() {
    return remaining() <= 0;
  }
}
