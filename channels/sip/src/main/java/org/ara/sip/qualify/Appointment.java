package org.ara.sip.qualify;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * When to do something about a probe.
 *
 * @param turn of the probe that it belongs to
 * @param keepAlive whether an empty packet is due, not a question
 * @param due by {@link System#nanoTime}
 */
record Appointment(Probe probe, int turn, boolean keepAlive, long due) implements Delayed {

  static Appointment in(Probe probe, int turn, boolean keepAlive, long millis) {
    return new Appointment(
        probe, turn, keepAlive, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return other instanceof Appointment later
        ? Long.signum(due - later.due)
        : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }
}
