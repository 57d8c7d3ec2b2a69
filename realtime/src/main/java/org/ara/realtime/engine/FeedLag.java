package org.ara.realtime.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long after its acknowledgement a write of ours is told by the feed of its table: one
 * write after the other, as far as they come back.
 */
final class FeedLag {

  /** Nothing comes that late: another write is waited for instead. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final AtomicReference<@Nullable Sent> sent = new AtomicReference<>();
  private final LongConsumer nanos;
  private volatile boolean listening;

  /**
   * Nothing is under way.
   *
   * @param nanos told each lag
   */
  FeedLag(LongConsumer nanos) {
    this.nanos = nanos;
  }

  /** Whether changes are told at all. */
  void listening(boolean now) {
    listening = now;
    sent.set(null);
  }

  /** A write under way. */
  static final class Sent {
    private final List<Condition> keys;
    private final long at;
    private volatile long acknowledged;

    private Sent(List<Condition> keys, long at) {
      this.keys = keys;
      this.at = at;
      this.acknowledged = at;
    }
  }

  /**
   * Rows are about to be changed; null if another write is waited for or nobody listens.
   *
   * @param keys which rows; empty for a new one
   */
  @Nullable Sent begin(List<Condition> keys) {
    if (!listening) {
      return null;
    }
    long now = System.nanoTime();
    Sent before = sent.get();
    if (before != null && now - before.at < PATIENCE) {
      return null;
    }
    Sent begun = new Sent(keys, now);
    return sent.compareAndSet(before, begun) ? begun : null;
  }

  /** What became of the write that was begun; one that changed nothing is not waited for. */
  void end(Sent begun, Change answer) {
    if (answer instanceof Change.Done(int rows) && rows > 0) {
      begun.acknowledged = System.nanoTime();
    } else {
      sent.compareAndSet(begun, null);
    }
  }

  /**
   * A change was told.
   *
   * @param key of its row; empty if it may be any
   */
  void told(List<Field> key) {
    Sent waited = sent.get();
    if (waited != null && concerns(waited, key) && sent.compareAndSet(waited, null)) {
      boolean early = waited.acknowledged == waited.at;
      nanos.accept(early ? 0 : Math.max(0, System.nanoTime() - waited.acknowledged));
    }
  }

  private static boolean concerns(Sent waited, List<Field> key) {
    for (Field field : key) {
      for (Condition condition : waited.keys) {
        if (condition.column().equalsIgnoreCase(field.column())
            && !condition.value().equals(field.value())) {
          return false;
        }
      }
    }
    return true;
  }
}
