package org.ara.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.jspecify.annotations.Nullable;

/**
 * One row of a family. A NULL column is not set; a column holding the empty string is set and
 * empty: the same on every storage.
 *
 * <p>A value is the column's text as stored. A column that lists several values separates them with
 * {@code ;}, and {@code ^3B} and {@code ^5E} stand for a literal {@code ;} and {@code ^}: {@link
 * #values} and {@link #entries} take that apart ({@code spec/engine.md} 3.3).
 */
public final class Row {

  private final Columns columns;
  private final @Nullable String @Nullable [] values;
  private final byte @Nullable [] packed;

  /**
   * A row as a driver read it.
   *
   * @param columns the names
   * @param values one text or null for each column; kept, not copied
   */
  public Row(Columns columns, @Nullable String[] values) {
    if (columns.size() != values.length) {
      throw new IllegalArgumentException(
          columns.size() + " columns, but " + values.length + " values");
    }
    this.columns = columns;
    this.values = values;
    this.packed = null;
  }

  private Row(Columns columns, byte[] packed) {
    this.columns = columns;
    this.values = null;
    this.packed = packed;
  }

  /**
   * The same row in little memory, its texts made anew each time they are asked for: for rows that
   * are kept in great numbers.
   *
   * @param shared the columns, if equal to those of this row; so that rows of different results
   *     share them
   */
  public Row compact(Columns shared) {
    if (packed != null) {
      return this;
    }
    byte[] bytes = PackedValues.pack(unpacked());
    return bytes == null ? this : new Row(shared.equals(columns) ? shared : columns, bytes);
  }

  /** About how many bytes of memory the row takes, without the columns, which are shared. */
  public int footprint() {
    if (packed != null) {
      return 24 + aligned(16 + packed.length);
    }
    int bytes = 24 + aligned(16 + 4 * columns.size());
    for (@Nullable String value : unpacked()) {
      bytes += value == null ? 0 : 24 + aligned(16 + 2 * value.length());
    }
    return bytes;
  }

  /** The names of the columns, in table order, set or not. */
  public Columns columns() {
    return columns;
  }

  /** The text of the column at {@code index} as stored, null for NULL. */
  public @Nullable String stored(int index) {
    if (values != null) {
      return values[index];
    }
    return packed == null ? null : PackedValues.get(packed, columns.size(), index);
  }

  /** The text of a column as stored, null for NULL or where there is no such column. */
  public @Nullable String stored(String column) {
    int index = columns.indexOf(column);
    return index < 0 ? null : stored(index);
  }

  /**
   * The single value of a column, decoded but not split: what a contact or a name is. Empty where
   * the column is NULL, missing or the empty string.
   */
  public Optional<String> text(String column) {
    String stored = stored(column);
    return stored == null || stored.isEmpty()
        ? Optional.empty()
        : Optional.of(ListValue.decode(stored));
  }

  /** The values of a column that lists several, in order; empty where it is NULL or missing. */
  public List<String> values(String column) {
    String stored = stored(column);
    return stored == null ? List.of() : ListValue.split(stored);
  }

  /** Every value of every set column in table order: what a static category would have held. */
  public List<Field> entries() {
    @Nullable String[] texts = unpacked();
    List<Field> entries = new ArrayList<>(texts.length);
    for (int i = 0; i < texts.length; i++) {
      String stored = texts[i];
      if (stored != null) {
        for (String value : ListValue.split(stored)) {
          entries.add(new Field(columns.name(i), value));
        }
      }
    }
    return entries;
  }

  /**
   * The entries that set something, as variables for an {@link org.ara.config.option.OptionTable}:
   * an empty column is no value for an option.
   *
   * @param origin where complaints should say they come from, {@code pgsql sippeers}
   */
  public List<Variable> variables(Origin origin) {
    List<Variable> variables = new ArrayList<>();
    for (Field entry : entries()) {
      if (!entry.value().isEmpty()) {
        variables.add(new Variable(entry.column(), entry.value(), origin));
      }
    }
    return variables;
  }

  private @Nullable String[] unpacked() {
    if (values != null) {
      return values;
    }
    return packed == null
        ? new @Nullable String[columns.size()]
        : PackedValues.unpack(packed, columns.size());
  }

  private static int aligned(int bytes) {
    return (bytes + 7) & ~7;
  }

  @Override
  public String toString() {
    return "Row" + columns;
  }
}
