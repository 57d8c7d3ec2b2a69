package org.ara.realtime.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ara.realtime.Change;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.TableDescription;
import org.jspecify.annotations.Nullable;

/** Rows of text in memory, searched and changed as the driver contract asks. */
public final class MemoryTable {

  private final String place;
  private final Columns columns;
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final AtomicInteger selects = new AtomicInteger();
  private volatile Runnable afterSelect = () -> {};
  private volatile Runnable beforeUpdate = () -> {};
  private volatile @Nullable MemoryFeed feed;

  MemoryTable(String place, List<String> columns) {
    this.place = place;
    this.columns = new Columns(columns);
  }

  /** Adds a row with the text as it is stored, null for NULL, one for each column. */
  public synchronized MemoryTable row(@Nullable String... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException("one value for each column");
    }
    rows.add(values.clone());
    return this;
  }

  /** Makes its changes known. */
  public MemoryTable withFeed(MemoryFeed told) {
    feed = told;
    return this;
  }

  Optional<ChangeFeed> feed() {
    return Optional.ofNullable(feed);
  }

  /** How often rows were looked for so far. */
  public int selects() {
    return selects.get();
  }

  /** Runs something before rows are updated. */
  public void beforeUpdate(Runnable hook) {
    beforeUpdate = hook;
  }

  /** Runs something whenever rows were read and are not handed out yet. */
  public void afterSelect(Runnable hook) {
    afterSelect = hook;
  }

  /** How many rows there are. */
  public synchronized int size() {
    return rows.size();
  }

  /** The stored text of a column in a row. */
  public synchronized @Nullable String stored(int row, String column) {
    return rows.get(row)[columns.indexOf(column)];
  }

  Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    selects.incrementAndGet();
    Lookup<List<Row>> answer = selectNow(conditions, orderBy, limit);
    afterSelect.run();
    return answer;
  }

  /** Reads rows without being counted or hooked. */
  public synchronized Lookup<List<Row>> selectNow(
      List<Condition> conditions, String orderBy, int limit) {
    if (!known(conditions) || columns.indexOf(orderBy) < 0) {
      return new Lookup.Unavailable<>(noSuchColumn());
    }
    List<Row> found =
        rows.stream()
            .filter(row -> meets(row, conditions))
            .map(row -> new Row(columns, row.clone()))
            .sorted(
                Comparator.comparing(
                    row -> row.stored(orderBy), Comparator.nullsLast(Comparator.naturalOrder())))
            .limit(limit == 0 ? Long.MAX_VALUE : limit)
            .toList();
    return found.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(found);
  }

  /** Changes rows. */
  public Change update(List<Condition> keys, List<Field> fields) {
    beforeUpdate.run();
    return updateNow(keys, fields);
  }

  private synchronized Change updateNow(List<Condition> keys, List<Field> fields) {
    if (!known(keys)) {
      return new Change.Unavailable(noSuchColumn());
    }
    int changed = 0;
    List<Map<String, String>> told = new ArrayList<>();
    for (@Nullable String[] row : rows) {
      if (meets(row, keys)) {
        told.add(named(row));
        fields.forEach(field -> set(row, field));
        told.add(named(row));
        changed++;
      }
    }
    tell(told);
    return new Change.Done(changed);
  }

  /** Adds a row. */
  public synchronized Change insert(List<Field> fields) {
    if (fields.stream().anyMatch(field -> columns.indexOf(field.column()) < 0)) {
      return new Change.Unavailable(noSuchColumn());
    }
    @Nullable String[] row = new @Nullable String[columns.size()];
    fields.forEach(field -> set(row, field));
    rows.add(row);
    tell(List.of(named(row)));
    return new Change.Done(1);
  }

  /** Deletes rows. */
  public synchronized Change delete(List<Condition> keys) {
    if (!known(keys)) {
      return new Change.Unavailable(noSuchColumn());
    }
    int before = rows.size();
    tell(rows.stream().filter(row -> meets(row, keys)).map(this::named).toList());
    rows.removeIf(row -> meets(row, keys));
    return new Change.Done(before - rows.size());
  }

  TableDescription describe() {
    List<TableDescription.Column> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      described.add(new TableDescription.Column(columns.name(i), "text", 0, true, true));
    }
    return new TableDescription(described);
  }

  private void tell(List<Map<String, String>> changed) {
    MemoryFeed told = feed;
    if (told != null && !changed.isEmpty()) {
      told.committed(changed);
    }
  }

  private Map<String, String> named(@Nullable String[] row) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(columns.name(i), Objects.requireNonNullElse(row[i], ""));
    }
    return named;
  }

  private void set(@Nullable String[] row, Field field) {
    int index = columns.indexOf(field.column());
    if (index >= 0) {
      row[index] = field.value();
    }
  }

  private boolean known(List<Condition> conditions) {
    return conditions.stream().allMatch(c -> columns.indexOf(c.column()) >= 0);
  }

  private Outage noSuchColumn() {
    return new Outage(Outage.Kind.REFUSED, place + ": no such column");
  }

  private boolean meets(@Nullable String[] row, List<Condition> conditions) {
    return conditions.stream().allMatch(c -> meets(row[columns.indexOf(c.column())], c));
  }

  private static boolean meets(@Nullable String stored, Condition condition) {
    if (stored == null) {
      return false;
    }
    int order = stored.compareTo(condition.value());
    return switch (condition.operator()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LIKE -> like(condition.value()).matcher(stored).matches();
      case NOT_LIKE -> !like(condition.value()).matcher(stored).matches();
    };
  }

  private static Pattern like(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return place.toLowerCase(Locale.ROOT);
  }
}
