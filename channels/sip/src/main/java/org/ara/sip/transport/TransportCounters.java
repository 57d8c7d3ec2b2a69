package org.ara.sip.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what passed and what was dropped, and why; safe for use by several threads. */
public final class TransportCounters {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

  public TransportCounters() {
    for (DropReason reason : DropReason.values()) {
      dropped.put(reason, new LongAdder());
    }
  }

  /**
   * The counts at one moment.
   *
   * @param received packets or framed messages, good or bad
   * @param sent messages
   * @param dropped every reason, with 0 where nothing was dropped
   */
  public record Snapshot(long received, long sent, Map<DropReason, Long> dropped) {
    /** The count of one reason. */
    public long dropped(DropReason reason) {
      return dropped.getOrDefault(reason, 0L);
    }
  }

  public Snapshot snapshot() {
    Map<DropReason, Long> copy = new EnumMap<>(DropReason.class);
    dropped.forEach((reason, count) -> copy.put(reason, count.sum()));
    return new Snapshot(received.sum(), sent.sum(), copy);
  }

  void countReceived() {
    received.increment();
  }

  void countSent() {
    sent.increment();
  }

  /** Counts one drop. */
  public void count(DropReason reason) {
    LongAdder adder = dropped.get(reason);
    if (adder != null) {
      adder.increment();
    }
  }
}
