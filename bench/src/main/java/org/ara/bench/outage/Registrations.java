package org.ara.bench.outage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Realtime;
import org.ara.testkit.postgres.PostgresDatabase;

/** Writes ever higher numbers into rows of its own, and remembers what was acknowledged. */
final class Registrations implements AutoCloseable {

  private static final int ROWS = 100;
  private static final long PAUSE_NANOS = 5_000_000;

  private final Realtime realtime;
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean ended;
  private volatile long done;
  private volatile long refused;

  Registrations(Realtime realtime) {
    this.realtime = realtime;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }

  /** How many were acknowledged. */
  long done() {
    return done;
  }

  /** How many were not. */
  long refused() {
    return refused;
  }

  /** How many acknowledged ones the database does not have. */
  long missing(PostgresDatabase database) {
    return acknowledged.entrySet().stream()
        .filter(
            entry -> {
              String stored =
                  database.query("SELECT regseconds FROM sippeers WHERE name = ?", entry.getKey());
              return stored == null || Long.parseLong(stored) < entry.getValue();
            })
        .count();
  }

  private void run() {
    for (int number = 1; !ended; number++) {
      String name = "peer" + number % ROWS;
      List<Field> fields = List.of(new Field("regseconds", String.valueOf(number)));
      if (realtime.update("sippeers", List.of(Condition.equal("name", name)), fields)
          instanceof Change.Done) {
        acknowledged.put(name, number);
        done = done + 1;
      } else {
        refused = refused + 1;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
