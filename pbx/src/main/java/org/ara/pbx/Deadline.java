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

  /** That much later than this one; {@link #NEVER} stays that. */
  public Deadline plus(Duration time) {
    return never ? this : new Deadline(nanoTime + time.toNanos(), false);
  }

  /** Whichever of the two comes first. */
  public Deadline orEarlier(Deadline other) {
    return other.remaining() < remaining() ? other : this;
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
