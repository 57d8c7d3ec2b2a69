package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/**
 * What this program last wrote into rows of a table, so that a copy of a row that was read before
 * that is given with what was written since. Copies are given only while nobody can be asked, so
 * nothing of this is consulted, nor its lock taken, for an answer of a storage.
 *
 * <p>Rows are told apart by the columns and values, spelled as they were, that the change named
 * them by. The latest {@value #MOST} rows are remembered.
 */
final class OwnWrites {

  private static final int MOST = 50_000;

  private final Clock clock;
  private final Set<List<String>> keyColumns = new HashSet<>();
  private final Map<List<Field>, Written> rows =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Field>, Written> eldest) {
          return size() > MOST;
        }
      };
  private volatile boolean wanted;

  /**
   * What was written into one row.
   *
   * @param at when the last change was acknowledged, in milliseconds
   * @param values by column in lower case; null if the row was deleted
   */
  private record Written(long at, @Nullable Map<String, String> values) {}

  OwnWrites(Clock clock) {
    this.clock = clock;
  }

  /** From now on remembers: copies of the table's rows may be given. */
  void remember() {
    wanted = true;
  }

  /** A change of rows was acknowledged. */
  void updated(List<Condition> keys, List<Field> fields) {
    List<Field> row = row(keys);
    if (!row.isEmpty()) {
      synchronized (this) {
        Written before = rows.get(row);
        Map<String, String> values =
            before == null || before.values == null
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(before.values);
        fields.forEach(field -> values.put(lower(field.column()), field.value()));
        put(row, new Written(clock.millis(), values));
      }
    }
  }

  /** A deletion of rows was acknowledged. */
  void deleted(List<Condition> keys) {
    List<Field> row = row(keys);
    if (!row.isEmpty()) {
      synchronized (this) {
        put(row, new Written(clock.millis(), null));
      }
    }
  }

  /** An addition of a row was acknowledged: what was deleted under that name is there again. */
  void inserted(List<Field> fields) {
    if (wanted) {
      synchronized (this) {
        for (List<String> columns : keyColumns) {
          List<Field> row = named(columns, column -> valueOf(fields, column));
          if (row != null) {
            rows.remove(row);
          }
        }
      }
    }
  }

  /**
   * A copy as it is after what was written since.
   *
   * @param readAt when the copy was read, in milliseconds
   */
  synchronized Lookup<List<Row>> amended(Lookup<List<Row>> copy, long readAt) {
    if (rows.isEmpty() || !(copy instanceof Lookup.Found<List<Row>>(List<Row> found))) {
      return copy;
    }
    List<Row> amended = new ArrayList<>(found.size());
    for (Row row : found) {
      Row now = amended(row, readAt);
      if (now != null) {
        amended.add(now);
      }
    }
    return amended.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(List.copyOf(amended));
  }

  private @Nullable Row amended(Row row, long readAt) {
    Row now = row;
    for (List<String> columns : keyColumns) {
      List<Field> name = named(columns, row::stored);
      Written written = name == null ? null : rows.get(name);
      if (written != null && written.at >= readAt) {
        if (written.values == null) {
          return null;
        }
        now = with(now, written.values);
      }
    }
    return now;
  }

  private static Row with(Row row, Map<String, String> values) {
    @Nullable String[] stored = new String[row.columns().size()];
    for (int i = 0; i < stored.length; i++) {
      String written = values.get(lower(row.columns().name(i)));
      stored[i] = written == null ? row.stored(i) : written;
    }
    return new Row(row.columns(), stored);
  }

  private void put(List<Field> row, Written written) {
    keyColumns.add(row.stream().map(Field::column).toList());
    rows.put(row, written);
  }

  /** The columns and values that name a row; empty if that is not to be remembered. */
  private List<Field> row(List<Condition> keys) {
    boolean named = keys.stream().allMatch(key -> key.operator() == Condition.Operator.EQUAL);
    return wanted && named
        ? keys.stream().map(key -> new Field(lower(key.column()), key.value())).toList()
        : List.of();
  }

  private static @Nullable List<Field> named(List<String> columns, Values values) {
    List<Field> name = new ArrayList<>(columns.size());
    for (String column : columns) {
      String value = values.of(column);
      if (value == null) {
        return null;
      }
      name.add(new Field(column, value));
    }
    return name;
  }

  private static @Nullable String valueOf(List<Field> fields, String column) {
    for (Field field : fields) {
      if (field.column().equalsIgnoreCase(column)) {
        return field.value();
      }
    }
    return null;
  }

  private static String lower(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  /** The values of a row by column. */
  @FunctionalInterface
  private interface Values {
    @Nullable String of(String column);
  }
}
