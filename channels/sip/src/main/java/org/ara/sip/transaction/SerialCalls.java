package org.ara.sip.transaction;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** Runs the calls to one listener one after the other, in order, on threads of an executor. */
final class SerialCalls {
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(2);
  private final Executor executor;
  private boolean running;

  SerialCalls(Executor executor) {
    this.executor = executor;
  }

  void call(Runnable action) {
    synchronized (waiting) {
      waiting.add(action);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::drain);
  }

  private void drain() {
    while (true) {
      Runnable next;
      synchronized (waiting) {
        next = waiting.poll();
        if (next == null) {
          running = false;
          return;
        }
      }
      next.run();
    }
  }
}
