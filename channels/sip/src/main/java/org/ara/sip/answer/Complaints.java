package org.ara.sip.answer;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what anybody on the network can provoke, at most so many lines a second: a flood of requests
 * must not become a flood of lines. What is left out is counted and told.
 */
public final class Complaints {

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int most;
  private final LongSupplier nanos;
  private long begun;
  private int made;
  private long leftOut;

  /**
   * Complaints since now.
   *
   * @param most lines a second, positive
   * @param nanos the time, as of {@link System#nanoTime}
   */
  public Complaints(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  void warn(String format, Object... arguments) {
    log(Level.WARN, format, arguments);
  }

  void info(String format, Object... arguments) {
    log(Level.INFO, format, arguments);
  }

  private void log(Level level, String format, Object... arguments) {
    long before = 0;
    synchronized (this) {
      long now = nanos.getAsLong();
      if (now - begun >= SECOND) {
        begun = now;
        made = 0;
        before = leftOut;
        leftOut = 0;
      }
      if (++made > most) {
        leftOut++;
        return;
      }
    }
    if (before > 0) {
      LOG.warn("{} more complaints about requests were left out", before);
    }
    LOG.atLevel(level).log(format, arguments);
  }
}
