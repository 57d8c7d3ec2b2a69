package org.ara.sip.registrar;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Expiries.Ended;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has registrations end whose time has come: looks once a second, and clears a few at a time, so
 * that many which end together make no storm of queries.
 */
public final class Expirer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Expirer.class);
  private static final int AT_ONCE = 16;

  private final Supplier<State> state;
  private final Registrar registrar;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sip-expiries").factory());

  /** Starts looking. */
  public Expirer(Supplier<State> state, Registrar registrar, InstantSource clock) {
    this.state = state;
    this.registrar = registrar;
    this.clock = clock;
    this.ticker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      for (Ended ended : state.get().peers().expiries().due(clock.instant())) {
        places.acquire();
        Thread.ofVirtual().name("sip-expiry").start(() -> end(ended));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("registrations cannot be ended", e);
    }
  }

  private void end(Ended ended) {
    try {
      registrar.expire(state.get(), ended);
    } catch (RuntimeException e) {
      LOG.error("the registration of '{}' cannot be ended", ended.name(), e);
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
