package org.ara.server.loader;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;

/** Empties a module of the channels in it. */
final class Departure {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Departure() {}

  /**
   * Hangs up whoever is in the module and waits until nobody is.
   *
   * @return the channels that would not go in time
   */
  static List<String> of(Running module, Pbx pbx) {
    Semaphore happened = new Semaphore(0);
    CallListener listener =
        event -> {
          if (event instanceof CallEvent.Ended) {
            happened.release();
          }
        };
    pbx.watch(listener);
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!module.module().users().isEmpty() && System.nanoTime() < deadline) {
        for (String name : module.module().users()) {
          pbx.channel(name).ifPresent(channel -> channel.hangUp(HangupCause.NORMAL_CLEARING));
        }
        // A channel leaves the application a moment after its far end is gone.
        happened.tryAcquire(50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pbx.unwatch(listener);
    }
    return module.module().users();
  }
}
