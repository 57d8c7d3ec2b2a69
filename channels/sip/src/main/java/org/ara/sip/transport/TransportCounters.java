package org.ara.sip.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what passed and what was dropped, and why; safe for use by several threads. */
public final class TransportCounters {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder opened = new LongAdder();
  private final LongAdder closed = new LongAdder();
  private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);
  private final Map<Ending, LongAdder> endings = new EnumMap<>(Ending.class);

  public TransportCounters() {
    for (DropReason reason : DropReason.values()) {
      dropped.put(reason, new LongAdder());
    }
    for (Ending ending : Ending.values()) {
      endings.put(ending, new LongAdder());
    }
  }

  /**
   * The counts at one moment.
   *
   * @param received packets or framed messages, good or bad
   * @param sent messages
   * @param dropped every reason, with 0 where nothing was dropped
   * @param opened connections, by either side
   * @param closed connections that had been opened
   * @param endings why connections ended or were not taken in, every reason
   */
  public record Snapshot(
      long received,
      long sent,
      Map<DropReason, Long> dropped,
      long opened,
      long closed,
      Map<Ending, Long> endings) {
    /** How many connections ended so. */
    public long ended(Ending ending) {
      return endings.getOrDefault(ending, 0L);
    }

    /** The count of one reason. */
    public long dropped(DropReason reason) {
      return dropped.getOrDefault(reason, 0L);
    }
  }

  public Snapshot snapshot() {
    Map<DropReason, Long> copy = new EnumMap<>(DropReason.class);
    dropped.forEach((reason, count) -> copy.put(reason, count.sum()));
    Map<Ending, Long> ended = new EnumMap<>(Ending.class);
    endings.forEach((ending, count) -> ended.put(ending, count.sum()));
    return new Snapshot(received.sum(), sent.sum(), copy, opened.sum(), closed.sum(), ended);
  }

  void countReceived() {
    received.increment();
  }

  void countSent() {
    sent.increment();
  }

  void countOpened() {
    opened.increment();
  }

  void countClosed() {
    closed.increment();
  }

  void count(Ending ending) {
    LongAdder adder = endings.get(ending);
    if (adder != null) {
      adder.increment();
    }
  }

  /** Counts one drop. */
  public void count(DropReason reason) {
    LongAdder adder = dropped.get(reason);
    if (adder != null) {
      adder.increment();
    }
  }
}
