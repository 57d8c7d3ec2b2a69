package org.ara.server.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines that wait for somebody slower than the log. What does not fit is left out until all that
 * waits is taken, and counted, so that there is one gap and its length is known.
 *
 * @param <T> what waits
 */
final class Waiting<T> {

  private final int limit;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long missed;
  private boolean closed;

  Waiting(int limit) {
    this.limit = limit;
  }

  /**
   * What comes next.
   *
   * @param line a line; empty where some were left out
   * @param missed how many
   */
  record Next<T>(Optional<T> line, long missed) {}

  /** Adds a line, or counts it; never waits. */
  void offer(T line) {
    lock.lock();
    try {
      if (missed > 0 || waiting.size() >= limit) {
        missed++;
      } else {
        waiting.add(line);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for what comes next; empty at the end. */
  Optional<Next<T>> take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && missed == 0 && !closed) {
        changed.await();
      }
      T line = waiting.poll();
      if (line != null) {
        return Optional.of(new Next<>(Optional.of(line), 0));
      }
      long gap = missed;
      missed = 0;
      return gap > 0 ? Optional.of(new Next<>(Optional.empty(), gap)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
