package org.ara.driver.sql;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;

/**
 * Admits only so many operations at a time and lets only so many wait, first come first served.
 *
 * <p>Those who wait are parked without a timeout, and one thread turns away those who have waited
 * for too long: a timed park would wake the scheduler of virtual threads for each operation.
 */
public final class Turns implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Place place;
  private final int atOnce;
  private final int maxWaiting;
  private final Duration deadline;
  private final Queue<Waiter> waiting = new ArrayDeque<>();
  private final Thread usher;
  private int free;

  /**
   * Starts with every turn free.
   *
   * @param place for complaints
   * @param atOnce how many turns there are
   * @param maxWaiting how many may wait for one
   * @param deadline how long they wait at most
   */
  public Turns(Place place, int atOnce, int maxWaiting, Duration deadline) {
    this.place = place;
    this.atOnce = atOnce;
    this.maxWaiting = maxWaiting;
    this.deadline = deadline;
    this.free = atOnce;
    this.usher =
        Thread.ofVirtual().name(place.driver() + "-turns-" + place.section()).start(this::usher);
  }

  /**
   * Waits for a turn; every turn taken must be {@link #done}.
   *
   * @throws DatabaseException if too many wait already, or none was free in time
   */
  public void take() throws DatabaseException {
    Waiter waiter;
    synchronized (this) {
      if (free > 0) {
        free--;
        return;
      }
      if (waiting.size() >= maxWaiting) {
        throw overloaded(maxWaiting + " operations are waiting already");
      }
      waiter = new Waiter(Thread.currentThread(), System.nanoTime());
      waiting.add(waiter);
    }
    await(waiter);
  }

  /** Ends a turn: the one who has waited longest has the next. */
  public void done() {
    Waiter next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.tell(Verdict.YOURS);
  }

  /** How many turns are taken. */
  public synchronized int taken() {
    return atOnce - free;
  }

  /** How many turns there are. */
  public int most() {
    return atOnce;
  }

  /** How many wait for a turn. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Since when the first of them has waited; 0 if nobody does. */
  public synchronized long waitingMillis() {
    Waiter first = waiting.peek();
    return first == null ? 0 : (System.nanoTime() - first.since) / 1_000_000;
  }

  @Override
  public void close() {
    usher.interrupt();
  }

  private void await(Waiter waiter) throws DatabaseException {
    boolean interrupted = false;
    while (waiter.verdict == Verdict.WAIT) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted = true;
        giveUp(waiter);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (waiter.verdict == Verdict.TOO_LATE) {
      throw overloaded(
          "all "
              + atOnce
              + " connections were busy for "
              + deadline.toMillis()
              + " ms; look for slow statements, or raise max_connections in "
              + place.file());
    }
  }

  private void giveUp(Waiter waiter) {
    boolean stillWaiting;
    synchronized (this) {
      stillWaiting = waiting.remove(waiter);
    }
    if (stillWaiting) {
      waiter.tell(Verdict.TOO_LATE);
    }
  }

  private void usher() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        long now = System.nanoTime();
        for (Waiter late = late(now); late != null; late = late(now)) {
          late.tell(Verdict.TOO_LATE);
        }
      }
    } catch (InterruptedException e) {
      // Closed: nobody waits any more, as nothing new is admitted.
    }
  }

  private synchronized @Nullable Waiter late(long now) {
    Waiter first = waiting.peek();
    return first != null && now - first.since > deadline.toNanos() ? waiting.poll() : null;
  }

  private DatabaseException overloaded(String why) {
    return new DatabaseException(
        Fault.REFUSED, new Outage(Outage.Kind.OVERLOADED, place + ": " + why));
  }

  /** What becomes of one who waits. */
  private enum Verdict {
    WAIT,
    YOURS,
    TOO_LATE
  }

  /** A thread waiting for its turn. */
  private static final class Waiter {
    private final Thread thread;
    private final long since;
    private volatile Verdict verdict = Verdict.WAIT;

    Waiter(Thread thread, long since) {
      this.thread = thread;
      this.since = since;
    }

    void tell(Verdict given) {
      verdict = given;
      LockSupport.unpark(thread);
    }
  }
}
