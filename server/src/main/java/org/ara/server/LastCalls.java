package org.ara.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs every call up and lets their dialplans run to the end, while everything that they use is
 * still there.
 */
final class LastCalls {

  private static final Logger LOG = LoggerFactory.getLogger(LastCalls.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LastCalls() {}

  /** Returns when no call is left, or when waiting longer would not help. */
  static void end(Pbx pbx) {
    Semaphore ended = new Semaphore(0);
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.Ended) {
            ended.release();
          }
        };
    pbx.watch(listener);
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!pbx.channels().isEmpty()) {
        for (Channel channel : pbx.channels()) {
          channel.hangUp(HangupCause.NORMAL_CLEARING);
        }
        long left = deadline - System.nanoTime();
        if (!ended.tryAcquire(left, TimeUnit.NANOSECONDS)) {
          LOG.warn("{} calls did not end; leaving them", pbx.channels().size());
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pbx.unwatch(listener);
    }
  }
}
