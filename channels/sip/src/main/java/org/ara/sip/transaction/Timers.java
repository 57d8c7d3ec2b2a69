package org.ara.sip.transaction;

import java.time.Duration;

/** Runs short, non-blocking actions later; safe for use by several threads. */
public interface Timers extends AutoCloseable {
  /** Runs the action once after the delay, unless cancelled first. */
  Timer schedule(Duration delay, Runnable action);

  /** Forgets everything scheduled. */
  @Override
  void close();

  /** Something scheduled. */
  interface Timer {
    /** Does nothing; for a timer that never was. */
    Timer NONE = () -> {};

    /** Prevents the action if it has not begun. */
    void cancel();
  }
}
