package org.ara.driver.sql.server;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sessions between two operations: kept warm, with their statements, as long as operations follow
 * one another closely; then their connections go back to the pool, which looks after their age.
 */
final class Sessions implements AutoCloseable {

  /** Shorter than any time after which the pool would test a connection. */
  private static final Duration WARM = Duration.ofMillis(400);

  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger generation = new AtomicInteger();
  private final Maker maker;
  private final BooleanSupplier wanted;

  /**
   * No sessions yet.
   *
   * @param wanted whether somebody waits for a connection that the pool does not have: a server may
   *     grant fewer than it is asked for
   */
  Sessions(Maker maker, BooleanSupplier wanted) {
    this.maker = maker;
    this.wanted = wanted;
  }

  /** Makes a session. */
  @FunctionalInterface
  interface Maker {
    ServerSession make() throws SQLException;
  }

  /** A session that was used a moment ago, or another one. */
  Lent take() throws SQLException {
    Idle warm = idle.poll();
    return warm != null && warm.lent.generation == generation.get()
        ? warm.lent
        : fresh(warm == null ? null : warm.lent);
  }

  private Lent fresh(@Nullable Lent old) throws SQLException {
    if (old != null) {
      old.session.close();
    }
    int now = generation.get();
    return new Lent(maker.make(), now);
  }

  /** A session lent to one operation, made before or after connections broke. */
  record Lent(ServerSession session, int generation) {}

  private record Idle(Lent lent, long since) {}

  /** The operation is over. */
  void giveBack(Lent lent) {
    if (lent.session.broken() || lent.generation != generation.get() || wanted.getAsBoolean()) {
      lent.session.close();
    } else {
      idle.push(new Idle(lent, System.nanoTime()));
    }
  }

  /** Uses none of those that were made until now any more: the server went away. */
  void forget() {
    generation.incrementAndGet();
    for (Idle old = idle.poll(); old != null; old = idle.poll()) {
      old.lent.session.close();
    }
  }

  /** Gives those back to the pool that nobody has needed for a while. */
  void cool(long now) {
    for (Idle last = idle.peekLast();
        last != null && now - last.since > WARM.toNanos();
        last = idle.peekLast()) {
      if (idle.removeLastOccurrence(last)) {
        last.lent.session.close();
      }
    }
  }

  @Override
  public void close() {
    forget();
  }
}
