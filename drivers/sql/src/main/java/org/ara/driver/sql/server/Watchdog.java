package org.ara.driver.sql.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks the connections on which a statement has been without an answer for too long. */
final class Watchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Duration deadline;
  private final LongConsumer alsoEachTime;
  private final Thread thread;

  /**
   * Starts watching.
   *
   * @param deadline how long a statement may be without an answer
   * @param alsoEachTime what else is to be looked after at each look, told the time
   */
  Watchdog(Duration deadline, String name, LongConsumer alsoEachTime) {
    this.deadline = deadline;
    this.alsoEachTime = alsoEachTime;
    this.thread = Thread.ofVirtual().name(name).start(this::watch);
  }

  /** Watches a connection until the watch is closed. */
  Watch over(Connection connection) {
    Watch watch = new Watch(connection);
    watches.add(watch);
    return watch;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        long now = System.nanoTime();
        watches.forEach(watch -> watch.lookAt(now));
        alsoEachTime.accept(now);
      }
    } catch (InterruptedException e) {
      LOG.debug("{} ends", Thread.currentThread().getName());
    }
  }

  /** One connection while it is lent. */
  final class Watch implements AutoCloseable {

    private final Connection connection;
    private volatile boolean running;
    private volatile long started;
    private volatile boolean broken;

    private Watch(Connection connection) {
      this.connection = connection;
    }

    /** A statement begins. */
    void begin(long now) {
      started = now;
      running = true;
    }

    /** It has its answer. */
    void end() {
      running = false;
    }

    /** Whether the connection was broken because nothing came. */
    boolean broken() {
      return broken;
    }

    @Override
    public void close() {
      watches.remove(this);
    }

    private void lookAt(long now) {
      if (running && !broken && now - started > deadline.toNanos()) {
        broken = true;
        try {
          connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException e) {
          LOG.debug("a silent connection could not be broken: {}", e.getMessage());
        }
      }
    }
  }
}
