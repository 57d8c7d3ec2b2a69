package org.ara.pbx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one or several channels, waiting for the one thread that looks after them.
 *
 * <p>Putting in never blocks. At most {@value #LIMIT} signals wait; beyond that what is not
 * decisive (keys, ringing, hold) is dropped. Answers and hang-ups always fit: a channel has one of
 * each.
 */
public final class Inbox {

  private static final int LIMIT = 256;

  /**
   * A signal and whose it is.
   *
   * @param channel the channel that was signalled
   * @param signal what its far end did
   */
  public record Delivery(Channel channel, Signal signal) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Delivery> waiting = new ArrayDeque<>();

  /** Waits for the next signal; null if the deadline passes first. */
  public @Nullable Delivery await(Deadline deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        long left = deadline.remaining();
        if (left <= 0) {
          return null;
        }
        if (left == Long.MAX_VALUE) {
          arrived.await();
        } else {
          long unused = arrived.awaitNanos(left);
        }
      }
      return waiting.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  void put(Delivery delivery) {
    lock.lock();
    try {
      if (waiting.size() < LIMIT || isDecisive(delivery.signal())) {
        waiting.addLast(delivery);
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Moves what waits for a channel to another inbox, in order. */
  void moveTo(Inbox other, Channel channel) {
    Deque<Delivery> moved = new ArrayDeque<>();
    lock.lock();
    try {
      Iterator<Delivery> each = waiting.iterator();
      while (each.hasNext()) {
        Delivery delivery = each.next();
        if (delivery.channel() == channel) {
          moved.addLast(delivery);
          each.remove();
        }
      }
    } finally {
      lock.unlock();
    }
    moved.forEach(other::put);
  }

  private static boolean isDecisive(Signal signal) {
    return switch (signal) {
      case Signal.Answered ignored -> true;
      case Signal.HungUp ignored -> true;
      case Signal.Proceeding ignored -> false;
      case Signal.Ringing ignored -> false;
      case Signal.Progress ignored -> false;
      case Signal.Held ignored -> false;
      case Signal.Resumed ignored -> false;
      case Signal.Redirected ignored -> true;
      case Signal.Digit ignored -> false;
      case Signal.Forwarded ignored -> true;
    };
  }
}
