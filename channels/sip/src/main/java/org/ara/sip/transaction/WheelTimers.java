package org.ara.sip.transaction;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Timers on one hashed wheel: scheduling and cancelling cost a queue entry each, whatever the
 * number of timers.
 */
public final class WheelTimers implements Timers {
  private static final int SLOTS = 1024;
  private final HashedWheelTimer wheel;

  private volatile boolean closed;

  /**
   * @param tick the wheel's resolution; 10 ms suits the times of RFC 3261
   */
  public WheelTimers(Duration tick) {
    wheel =
        new HashedWheelTimer(
            Thread.ofPlatform().name("sip-timers").daemon().factory(),
            tick.toNanos(),
            TimeUnit.NANOSECONDS,
            SLOTS);
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    try {
      Timeout timeout =
          wheel.newTimeout(expired -> action.run(), delay.toNanos(), TimeUnit.NANOSECONDS);
      return timeout::cancel;
    } catch (IllegalStateException e) {
      if (closed) {
        return Timer.NONE;
      }
      throw e;
    }
  }

  /** Nothing that is scheduled now or later will happen. */
  @Override
  public void close() {
    closed = true;
    wheel.stop();
  }
}
