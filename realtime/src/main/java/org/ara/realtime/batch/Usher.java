package org.ara.realtime.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks through the queues of batchers for those who have waited for too long, until closed. */
public final class Usher implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final List<Batcher<?>> batchers = new CopyOnWriteArrayList<>();
  private final Thread thread;

  /** Starts to look. */
  public Usher(String name) {
    this.thread = Thread.ofVirtual().name(name).start(this::look);
  }

  /** Looks after a batcher too. */
  public <R extends Request> Batcher<R> watch(Batcher<R> batcher) {
    batchers.add(batcher);
    return batcher;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        long now = System.nanoTime();
        batchers.forEach(batcher -> batcher.turnAwayLate(now));
      }
    } catch (InterruptedException e) {
      // Closed: those who still wait are taken along by those before them.
    }
  }
}
