package org.ara.bench.outage;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;

/**
 * Looks up known peers at a steady rate, each on a virtual thread of its own, whether or not the
 * ones before were answered.
 */
final class Caller implements AutoCloseable {

  private static final long TICK_NANOS = 10_000_000;

  private final Realtime realtime;
  private final int peers;
  private final int perTick;
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final AtomicLong open = new AtomicLong();
  private final Thread thread;
  private volatile boolean ended;

  /**
   * One lookup.
   *
   * @param at when it began
   * @param nanos how long it took
   * @param found whether the row was found
   */
  record Asked(long at, long nanos, boolean found) {}

  Caller(Realtime realtime, int peers, int perSecond) {
    this.realtime = realtime;
    this.peers = peers;
    this.perTick = (int) Math.max(1, perSecond * TICK_NANOS / 1_000_000_000L);
    this.thread = Thread.ofPlatform().name("outage-caller").start(this::run);
  }

  /** Everything that was asked so far and answered. */
  Iterable<Asked> asked() {
    return asked;
  }

  /** Ends, once everything is answered. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
    while (open.get() > 0) {
      Thread.sleep(10);
    }
  }

  private void run() {
    long next = System.nanoTime();
    while (!ended) {
      for (int i = 0; i < perTick; i++) {
        open.incrementAndGet();
        Thread.ofVirtual().start(this::ask);
      }
      next += TICK_NANOS;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void ask() {
    long at = System.nanoTime();
    try {
      Lookup<Row> answer =
          realtime.find("sippeers", "name", "peer" + ThreadLocalRandom.current().nextInt(peers));
      asked.add(new Asked(at, System.nanoTime() - at, answer instanceof Lookup.Found));
    } finally {
      open.decrementAndGet();
    }
  }
}
