package org.ara.realtime.cache;

import java.util.List;
import java.util.Locale;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which changes of a table are told apart.
 *
 * @param columns lower case, sorted; empty if changes are not told apart
 */
record Keying(List<String> columns) {

  static final Keying NONE = new Keying(List.of());

  /** Keying by these columns, in whatever order and case. */
  static Keying of(List<String> names) {
    return new Keying(
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().sorted().toList());
  }

  /** A hash of the key that all rows meeting the conditions share; -1 if they share none. */
  int ofConditions(List<Condition> conditions) {
    int hash = columns.isEmpty() ? -1 : 1;
    for (int i = 0; i < columns.size() && hash >= 0; i++) {
      hash = with(hash, equality(conditions, columns.get(i)));
    }
    return hash;
  }

  /** A hash of a row's key; -1 if it is not completely known. */
  int ofRow(List<Field> known) {
    int hash = columns.isEmpty() ? -1 : 1;
    for (int i = 0; i < columns.size() && hash >= 0; i++) {
      hash = with(hash, value(known, columns.get(i)));
    }
    return hash;
  }

  private static int with(int hash, @Nullable String value) {
    String folded = value == null ? null : Folded.of(value);
    if (folded == null) {
      return -1;
    }
    int mixed = (hash * 31 + folded.hashCode()) * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
  }

  private static @Nullable String equality(List<Condition> conditions, String column) {
    for (Condition condition : conditions) {
      if (condition.operator() == Condition.Operator.EQUAL
          && condition.column().equalsIgnoreCase(column)) {
        return condition.value();
      }
    }
    return null;
  }

  private static @Nullable String value(List<Field> fields, String column) {
    for (Field field : fields) {
      if (field.column().equalsIgnoreCase(column)) {
        return field.value();
      }
    }
    return null;
  }
}
