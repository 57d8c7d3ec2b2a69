package org.ara.manager.ami.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ara.manager.ami.event.EventText;
import org.ara.manager.ami.wire.Inbound;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a session's thread: messages of its client, events, and the news that it is over.
 * Putting in never blocks.
 */
final class Mailbox {

  /** Events beyond this and the client is given up: it does not read. */
  static final int MOST_EVENTS = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Inbound> messages = new ArrayDeque<>();
  private final Deque<EventText> events = new ArrayDeque<>();
  private boolean closed;
  private boolean overflowed;
  private boolean finishing;

  /** What a session's thread finds. */
  enum Found {
    MESSAGE,
    EVENT,
    NOTHING,
    CLOSED
  }

  /** Puts a message in; how many wait now. */
  int put(Inbound message) {
    lock.lock();
    try {
      messages.add(message);
      changed.signalAll();
      return messages.size();
    } finally {
      lock.unlock();
    }
  }

  /** Puts an event in; false if too many wait, and from then on none is taken. */
  boolean put(EventText event) {
    lock.lock();
    try {
      if (closed || overflowed || finishing) {
        return true;
      }
      if (events.size() >= MOST_EVENTS) {
        overflowed = true;
        return false;
      }
      events.add(event);
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** It is over. */
  void close() {
    lock.lock();
    try {
      closed = true;
      events.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** It is over as soon as the events that wait are told. */
  void finish() {
    lock.lock();
    try {
      finishing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Something outside changed that a waiting thread should look at. */
  void nudge() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is something.
   *
   * @param alsoEvents whether events count
   * @param nanos how long at most; negative for ever
   */
  Found await(boolean alsoEvents, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (true) {
        if (closed) {
          return Found.CLOSED;
        }
        if ((alsoEvents || finishing) && !events.isEmpty()) {
          return Found.EVENT;
        }
        if (finishing) {
          return Found.CLOSED;
        }
        if (!messages.isEmpty()) {
          return Found.MESSAGE;
        }
        if (nanos >= 0 && left <= 0) {
          return Found.NOTHING;
        }
        if (nanos < 0) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for {@link #nudge}, or the end, or that time. */
  void awaitNudge(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!closed) {
        boolean unused = changed.await(nanos, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next message; null if there is none. */
  @Nullable Inbound message() {
    lock.lock();
    try {
      return messages.poll();
    } finally {
      lock.unlock();
    }
  }

  /** How many messages wait. */
  int waiting() {
    lock.lock();
    try {
      return messages.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many events wait. */
  int waitingEvents() {
    lock.lock();
    try {
      return events.size();
    } finally {
      lock.unlock();
    }
  }

  /** The next event; null if there is none. */
  @Nullable EventText event() {
    lock.lock();
    try {
      return events.poll();
    } finally {
      lock.unlock();
    }
  }
}
