package org.ara.sip.transaction;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;

/**
 * Forgets answered non-INVITE transactions when Timer J fires. They all live equally long, so that
 * they leave in the order in which they came: one queue and one timer do for all of them. Bounded:
 * beyond its capacity the oldest leave early.
 */
final class CompletedQueue {
  private record Leaving(long atSweep, TransactionKey key, ServerEntry entry) {}

  private static final int SWEEPS_PER_LIFETIME = 64;
  private final ArrayDeque<Leaving> queue = new ArrayDeque<>();
  private final Map<TransactionKey, ServerEntry> entries;
  private final Timers timers;
  private final Duration lifetime;
  private final int capacity;
  private long sweeps;
  private boolean armed;

  CompletedQueue(
      Map<TransactionKey, ServerEntry> entries, Timers timers, Duration lifetime, int capacity) {
    this.entries = entries;
    this.timers = timers;
    this.lifetime = lifetime;
    this.capacity = capacity;
  }

  synchronized void add(TransactionKey key, ServerEntry entry) {
    // time counts in sweeps of the one timer: exact enough, and the same under any clock
    queue.add(new Leaving(sweeps + SWEEPS_PER_LIFETIME, key, entry));
    if (queue.size() > capacity) {
      removeOldest();
    }
    arm();
  }

  private void arm() {
    if (!armed && !queue.isEmpty()) {
      armed = true;
      timers.schedule(lifetime.dividedBy(SWEEPS_PER_LIFETIME), this::sweep);
    }
  }

  private synchronized void sweep() {
    armed = false;
    sweeps++;
    while (!queue.isEmpty() && queue.peek().atSweep() <= sweeps) {
      removeOldest();
    }
    arm();
  }

  private void removeOldest() {
    Leaving oldest = queue.remove();
    entries.remove(oldest.key(), oldest.entry());
  }

  synchronized int size() {
    return queue.size();
  }
}
