package org.ara.testkit.proxy;

import java.time.Duration;

/**
 * What every piece of data waits at: closed while the proxy hangs, otherwise open after a delay.
 */
final class Gate {

  private boolean open = true;
  private Duration delay = Duration.ZERO;

  synchronized void open(Duration after) {
    open = true;
    delay = after;
    notifyAll();
  }

  synchronized void close() {
    open = false;
  }

  /** Returns when data may go on. */
  void pass() throws InterruptedException {
    Duration wait = awaitOpen();
    if (!wait.isZero()) {
      Thread.sleep(wait);
      awaitOpen();
    }
  }

  private synchronized Duration awaitOpen() throws InterruptedException {
    while (!open) {
      wait();
    }
    return delay;
  }
}
