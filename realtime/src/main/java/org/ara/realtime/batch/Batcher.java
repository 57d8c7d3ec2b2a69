package org.ara.realtime.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests that arrive while others are in flight leave together.
 *
 * <p>Each of a few lanes has one batch in flight. A request that finds a lane free goes out at
 * once, on the thread that made it, alone: there is no timer and nothing is handed to another
 * thread. One that finds none waits; the thread whose batch has come back wakes the first in the
 * queue, which takes along all that wait with it, and only then hands its own batch the answers. If
 * nobody waits it hands out the answers before it frees the lane: those who get them may be about
 * to ask again, and would otherwise go out one by one. For the same reason one that leads after a
 * batch of several lets the other threads that can run go first.
 *
 * <p>Those who wait are parked without a timeout, as a timed park costs virtual threads dearly: an
 * {@link Usher} turns away those who have waited for too long.
 *
 * @param <R> the requests, which also carry their answers
 */
public final class Batcher<R extends Request> {

  /** Which requests may leave together. */
  @FunctionalInterface
  public interface Company<R> {

    /**
     * Tells for one request after the other, in the order of their arrival, whether it joins the
     * batch of this leader; asked anew for each batch.
     */
    Predicate<R> of(R leader);
  }

  /** Does what a batch asks for and notes in each request what came of it. Must not throw. */
  @FunctionalInterface
  public interface Work<R> {
    void run(List<R> batch);
  }

  private final Limits limits;
  private final Company<R> company;
  private final Work<R> work;
  private final Deque<R> queue = new ArrayDeque<>();
  private volatile boolean crowded;
  private int inFlight;
  private long batches;
  private long requests;
  private long overloaded;
  private int largest;
  private final long[] sizes = new long[BatchStatus.SIZES];

  /**
   * How much may be under way.
   *
   * @param lanes batches in flight at a time
   * @param mostInBatch requests in a batch
   * @param mostWaiting requests in the queue; 0 to let nobody wait
   * @param deadline how long a request may wait there
   */
  public record Limits(int lanes, int mostInBatch, int mostWaiting, Duration deadline) {
    public Limits {
      if (lanes < 1 || mostInBatch < 1 || mostWaiting < 0) {
        throw new IllegalArgumentException("there must be room for one request");
      }
    }
  }

  /** A batcher with nothing in it. */
  public Batcher(Limits limits, Company<R> company, Work<R> work) {
    this.limits = limits;
    this.company = company;
    this.work = work;
  }

  /**
   * Sends a request and returns when it has its answer.
   *
   * @throws OverloadException if too many wait already, or this one waited for too long
   */
  public void send(R request) throws OverloadException {
    synchronized (this) {
      if (inFlight < limits.lanes()) {
        inFlight++;
        request.become(Request.State.LEADING);
      } else if (queue.size() >= limits.mostWaiting()) {
        overloaded++;
        throw new OverloadException(queue.size() + " requests are waiting already");
      } else {
        request.since = System.nanoTime();
        queue.add(request);
      }
    }
    await(request);
  }

  private void await(R request) throws OverloadException {
    boolean interrupted = false;
    while (true) {
      switch (request.state()) {
        case LEADING -> lead(request);
        case ANSWERED -> {
          restore(interrupted);
          return;
        }
        case TOO_LATE -> {
          restore(interrupted);
          throw new OverloadException(
              "waited " + limits.deadline().toMillis() + " ms for those before it");
        }
        case WAITING, IN_FLIGHT -> {
          LockSupport.park(this);
          if (Thread.interrupted()) {
            interrupted = true;
            leave(request);
          }
        }
      }
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void lead(R leader) {
    List<R> batch = List.of(leader);
    @Nullable R next = null;
    try {
      if (crowded) {
        Thread.yield();
      }
      batch = takeOut(leader);
      work.run(batch);
      next = next();
    } finally {
      if (next != null) {
        next.wake();
      }
      answer(leader, batch);
      if (next == null) {
        release();
      }
    }
  }

  private void answer(R leader, List<R> batch) {
    for (R request : batch) {
      request.become(Request.State.ANSWERED);
      if (request != leader) {
        request.wake();
      }
    }
  }

  /** The leader and all that may go with it, in the order of their arrival. */
  private synchronized List<R> takeOut(R leader) {
    leader.become(Request.State.IN_FLIGHT);
    List<R> batch = new ArrayList<>(Math.min(queue.size() + 1, limits.mostInBatch()));
    batch.add(leader);
    Predicate<R> joins = queue.isEmpty() ? next -> false : company.of(leader);
    for (Iterator<R> all = queue.iterator();
        all.hasNext() && batch.size() < limits.mostInBatch(); ) {
      R next = all.next();
      if (joins.test(next)) {
        all.remove();
        next.become(Request.State.IN_FLIGHT);
        batch.add(next);
      }
    }
    crowded = batch.size() > 1;
    batches++;
    requests += batch.size();
    largest = Math.max(largest, batch.size());
    sizes[BatchStatus.size(batch.size())]++;
    return batch;
  }

  /** A batch came back: its lane goes to the first who waits; null if nobody does. */
  private synchronized @Nullable R next() {
    R next = queue.poll();
    if (next != null) {
      next.become(Request.State.LEADING);
    }
    return next;
  }

  private void release() {
    R next;
    synchronized (this) {
      next = next();
      if (next == null) {
        inFlight--;
      }
    }
    if (next != null) {
      next.wake();
    }
  }

  private synchronized void leave(R request) {
    if (queue.remove(request)) {
      turnAway(request);
    }
  }

  private void turnAway(R request) {
    overloaded++;
    request.become(Request.State.TOO_LATE);
    request.wake();
  }

  /** Turns away those who have waited since before their deadline. */
  synchronized void turnAwayLate(long now) {
    for (R first = queue.peek(); first != null; first = queue.peek()) {
      if (now - first.since <= limits.deadline().toNanos()) {
        return;
      }
      queue.remove();
      turnAway(first);
    }
  }

  /** What went through so far. */
  public synchronized BatchStatus status() {
    return new BatchStatus(
        batches,
        requests,
        largest,
        queue.size(),
        inFlight,
        overloaded,
        Arrays.stream(sizes).boxed().toList());
  }
}
