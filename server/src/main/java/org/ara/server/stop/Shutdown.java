package org.ara.server.stop;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Pbx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a server as operators order it: at once, or when no call is left. It can be called off
 * until it is due.
 */
public final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final Supplier<Optional<Pbx>> pbx;
  private final CountDownLatch due = new CountDownLatch(1);
  private final CallListener watch = this::happened;
  private @Nullable StopOrder order;

  /** What became of an order. */
  public enum Answer {
    /** The server ends. */
    DUE,
    /** It ends when no call is left. */
    WAITING,
    /** One that is as urgent was given before. */
    IGNORED
  }

  /**
   * Nobody has ordered anything yet.
   *
   * @param pbx where the calls are, once there is one
   */
  public Shutdown(Supplier<Optional<Pbx>> pbx) {
    this.pbx = pbx;
  }

  /** Every module runs: calls are taken from now on, unless the end was ordered meanwhile. */
  public synchronized void started() {
    if (order == null || order.urgency() == Urgency.WHEN_CONVENIENT) {
      pbx.get().ifPresent(calls -> calls.admission().open());
    }
  }

  /** Takes an order; one that waits gives way to a more urgent one. */
  public synchronized Answer request(StopOrder wanted) {
    boolean urgent = order == null || wanted.urgency().compareTo(order.urgency()) > 0;
    if (due.getCount() == 0 || !urgent) {
      return Answer.IGNORED;
    }
    if (order == null) {
      pbx.get().ifPresent(calls -> calls.watch(watch));
    }
    order = wanted;
    if (wanted.urgency() == Urgency.GRACEFULLY) {
      close();
    }
    if (wanted.urgency() == Urgency.NOW || isIdle()) {
      isDue();
      return Answer.DUE;
    }
    LOG.info("Waiting for inactivity to perform {}", wanted.aim());
    return Answer.WAITING;
  }

  /** Calls off an order that waits, and takes calls again; false if there is none. */
  public synchronized boolean abort() {
    if (order == null || due.getCount() == 0) {
      return false;
    }
    LOG.info("The {} is called off", order.aim());
    order = null;
    pbx.get()
        .ifPresent(
            calls -> {
              calls.unwatch(watch);
              calls.admission().open();
            });
    return true;
  }

  /** Waits until the server is to end. */
  public void awaitDue() throws InterruptedException {
    due.await();
  }

  /** Whether the program is to start again once it has ended. */
  public synchronized boolean restarts() {
    return order != null && order.restart();
  }

  private synchronized void happened(CallEvent event) {
    if (event instanceof CallEvent.Ended && order != null && due.getCount() > 0 && isIdle()) {
      isDue();
    }
  }

  private void isDue() {
    close();
    due.countDown();
  }

  private void close() {
    pbx.get().ifPresent(calls -> calls.admission().close("the server is about to stop"));
  }

  private boolean isIdle() {
    return pbx.get().map(calls -> calls.channels().isEmpty()).orElse(true);
  }
}
