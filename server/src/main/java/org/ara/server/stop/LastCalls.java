package org.ara.server.stop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs every call up and lets their dialplans run to the end, while everything that they use is
 * still there.
 */
public final class LastCalls {

  private static final Logger LOG = LoggerFactory.getLogger(LastCalls.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private LastCalls() {}

  /** Takes no more calls and ends those there are. Returns when none is left, or after 15 s. */
  public static void end(Pbx pbx) {
    Semaphore ended = new Semaphore(0);
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.Ended) {
            ended.release();
          }
        };
    pbx.watch(listener);
    try {
      Deadline deadline = Deadline.in(PATIENCE);
      pbx.admission().close("the server is about to stop");
      if (!pbx.admission().awaitNobodyEntering(deadline)) {
        LOG.warn("Calls are still being looked up; leaving them");
      }
      while (!pbx.channels().isEmpty()) {
        for (Channel channel : pbx.channels()) {
          channel.hangUp(HangupCause.NORMAL_CLEARING);
        }
        if (!ended.tryAcquire(deadline.remaining(), TimeUnit.NANOSECONDS)) {
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
