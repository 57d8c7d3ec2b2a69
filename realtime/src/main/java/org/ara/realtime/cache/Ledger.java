package org.ara.realtime.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;

/**
 * Counts the changes of a table, so that an answer can say whether it was read before one that may
 * concern it.
 *
 * <p>Rows are told apart by the hash of their key; three kinds of counters only ever go up: one for
 * changes of any row, one for changes of a row with a known key, and one for each of many slots
 * that keys fall into. The {@link #stamp} of an answer is the sum of those that concern it: it is
 * the same later exactly if none of them went up. A stamp is taken before the storage is asked, so
 * that what was read before a change is told never passes for being newer.
 */
public final class Ledger {

  private static final int SLOTS = 1 << 18;

  /** More than any counter reaches, so that stamps of different keyings are never the same. */
  private static final long GENERATION = 1L << 40;

  private final AtomicLong anywhere = new AtomicLong();
  private final AtomicLong keyed = new AtomicLong();
  private volatile boolean watched;
  private volatile Slots slots = new Slots(Keying.NONE, 0, new AtomicIntegerArray(0));

  /** Keying and its counters, replaced as one. */
  private record Slots(Keying keying, long base, AtomicIntegerArray counters) {
    int slot(int hash) {
      return hash < 0 ? -1 : hash & (SLOTS - 1);
    }
  }

  /**
   * The state of the ledger for a question.
   *
   * @param slot where changes that concern its answer are counted; -1 if any change may
   * @param stamp what {@link Ledger#stamp} says of that slot now
   */
  public record Ticket(int slot, long stamp) {}

  /** Begins to count; what was read before does not hold. */
  public synchronized void watch() {
    if (!watched) {
      watched = true;
      changedAnywhere();
    }
  }

  /** Taken before the storage is asked. */
  public Ticket begin(List<Condition> conditions) {
    Slots current = slots;
    int slot = current.slot(current.keying.ofConditions(conditions));
    return new Ticket(slot, stamp(current, slot));
  }

  /** The number of changes so far that may concern an answer with that slot. */
  public long stamp(int slot) {
    return stamp(slots, slot);
  }

  /** Any row may have changed. */
  public void changedAnywhere() {
    anywhere.incrementAndGet();
  }

  /**
   * A row was changed.
   *
   * @param known what is known of it
   */
  public void changed(List<Field> known) {
    if (!watched) {
      return;
    }
    Slots current = slots;
    int slot = current.slot(current.keying.ofRow(known));
    if (slot < 0) {
      anywhere.incrementAndGet();
    } else {
      current.counters.incrementAndGet(slot);
      keyed.incrementAndGet();
    }
  }

  /** From now on changes are told by these columns; whatever was read before does not hold. */
  public synchronized void keyedBy(List<String> columns) {
    Keying keying = Keying.of(columns);
    boolean same = slots.keying.equals(keying);
    AtomicIntegerArray counters =
        same ? slots.counters : new AtomicIntegerArray(keying.columns().isEmpty() ? 0 : SLOTS);
    slots = new Slots(keying, slots.base + GENERATION, counters);
  }

  /** Rows that meet these conditions were changed, or may have been, in these columns. */
  public void updated(List<Condition> keys, List<Field> fields) {
    if (!watched) {
      return;
    }
    List<Field> before = equalities(keys);
    List<Field> after = new ArrayList<>(before);
    after.removeIf(key -> fields.stream().anyMatch(f -> isSame(f, key)));
    if (slots.keying.columns().isEmpty()) {
      tellApart(before);
    }
    changed(before);
    if (after.size() < before.size()) {
      changed(after);
    }
  }

  /** Rows that meet these conditions were deleted, or may have been. */
  public void deleted(List<Condition> keys) {
    changed(equalities(keys));
  }

  /** Without a feed, changes are told apart by the columns of the first one that we make. */
  private synchronized void tellApart(List<Field> key) {
    if (slots.keying.columns().isEmpty() && !key.isEmpty()) {
      keyedBy(key.stream().map(Field::column).toList());
    }
  }

  private static boolean isSame(Field one, Field other) {
    return one.column().equalsIgnoreCase(other.column());
  }

  private static List<Field> equalities(List<Condition> keys) {
    return keys.stream()
        .filter(key -> key.operator() == Condition.Operator.EQUAL)
        .map(key -> new Field(key.column(), key.value()))
        .toList();
  }

  private long stamp(Slots current, int slot) {
    long concerned = slot < 0 ? keyed.get() : counted(current, slot);
    return current.base + anywhere.get() + concerned;
  }

  /** An answer of another keying, which had more slots, does not hold whatever is counted. */
  private static long counted(Slots current, int slot) {
    return slot < current.counters.length() ? current.counters.get(slot) : 0;
  }
}
