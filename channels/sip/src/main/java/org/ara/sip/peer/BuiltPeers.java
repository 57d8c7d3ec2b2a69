package org.ara.sip.peer;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * The peers last made of rows that the engine keeps, so that a row which is given again is not
 * taken apart again: known by the identity of the row. A row must come twice before its peer is
 * kept, so that rows which are read anew every time take no memory. Bounded, and safe for any
 * number of threads.
 */
final class BuiltPeers {

  private static final int SLOTS = 1 << 14;

  private final AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(SLOTS);

  /** A row that came once, or more often with its peer. */
  private record Slot(WeakReference<Row> row, @Nullable Peer peer) {}

  /** The peer of this very row, if it is known. */
  @SuppressWarnings("ReferenceEquality") // an equal row that was read anew may differ
  @Nullable Peer of(String name, Row row) {
    Slot slot = slots.get(index(name));
    return slot != null && slot.peer() != null && slot.row().refersTo(row) ? slot.peer() : null;
  }

  /** A peer was made of a row. */
  void made(String name, Row row, Peer peer) {
    Slot slot = slots.get(index(name));
    boolean again = slot != null && slot.row().refersTo(row);
    slots.set(
        index(name), new Slot(again ? slot.row() : new WeakReference<>(row), again ? peer : null));
  }

  private static int index(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 14) & SLOTS - 1;
  }
}
