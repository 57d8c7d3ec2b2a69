package org.ara.realtime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The column names of a result, shared by all its rows. Names compare ignoring case.
 *
 * <p>Immutable. {@link #indexOf} is a scan of an open-addressed table and allocates nothing when
 * the name is already lower case.
 */
public final class Columns {

  private final String[] names;
  private final String[] keys;
  private final int[] slots;

  /** The columns in table order. A repeated name is found at its first place. */
  public Columns(List<String> names) {
    this.names = names.toArray(String[]::new);
    int size = Integer.highestOneBit(Math.max(4, this.names.length * 2 - 1)) * 2;
    this.keys = new String[size];
    this.slots = new int[size];
    Arrays.fill(slots, -1);
    for (int i = 0; i < this.names.length; i++) {
      String key = this.names[i].toLowerCase(Locale.ROOT);
      int slot = slot(key);
      if (slots[slot] < 0) {
        keys[slot] = key;
        slots[slot] = i;
      }
    }
  }

  /** How many columns there are. */
  public int size() {
    return names.length;
  }

  /** The name of the column at {@code index}, as the storage spells it. */
  public String name(int index) {
    return names[index];
  }

  /** Where the column is, or -1 if there is none of that name. */
  public int indexOf(String name) {
    return slots[slot(name.toLowerCase(Locale.ROOT))];
  }

  private int slot(String key) {
    int mask = slots.length - 1;
    int hash = key.hashCode();
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot] >= 0 && !key.equals(keys[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Columns of the same names, spelt the same, in the same order are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Columns that && Arrays.equals(names, that.names));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(names);
  }

  @Override
  public String toString() {
    return Arrays.toString(names);
  }
}
