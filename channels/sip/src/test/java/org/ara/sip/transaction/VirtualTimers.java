package org.ara.sip.transaction;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Timers on a clock that moves only when a test says so. */
final class VirtualTimers implements Timers {
  private record Entry(long at, long order, Runnable action) {}

  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long now;
  private long order;

  @Override
  public synchronized Timer schedule(Duration delay, Runnable action) {
    Entry entry = new Entry(now + delay.toNanos(), order++, action);
    queue.add(entry);
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    queue.remove(entry);
  }

  void advance(Duration time) {
    long until = now + time.toNanos();
    for (Entry due = due(until); due != null; due = due(until)) {
      due.action().run();
    }
    now = until;
  }

  private synchronized @Nullable Entry due(long until) {
    Entry head = queue.peek();
    if (head == null || head.at() > until) {
      return null;
    }
    now = head.at();
    return queue.poll();
  }

  synchronized int pending() {
    return queue.size();
  }

  @Override
  public synchronized void close() {
    queue.clear();
  }
}
