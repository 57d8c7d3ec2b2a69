package org.ara.pbx.dialplan.realtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.realtime.Change;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.jspecify.annotations.Nullable;

/** A family of extensions in memory that evaluates conditions as SQL does and counts queries. */
final class Rows implements Realtime {

  private static final Columns COLUMNS =
      new Columns(
          List.of("id", "context", "exten", "priority", "app", "appdata", "callerid", "label"));

  private final List<Row> rows = new ArrayList<>();
  final List<String> queries = new ArrayList<>();
  private final Map<List<Condition>, Lookup<List<Row>>> followed = new HashMap<>();
  boolean down;
  boolean isFollowed;

  Rows row(String context, String exten, String priority, String app, String appdata) {
    return row(context, exten, priority, app, appdata, null, null);
  }

  Rows row(
      String context,
      String exten,
      String priority,
      String app,
      String appdata,
      @Nullable String callerId,
      @Nullable String label) {
    String id = Integer.toString(rows.size() + 1);
    rows.add(
        new Row(
            COLUMNS,
            new @Nullable String[] {id, context, exten, priority, app, appdata, callerId, label}));
    return this;
  }

  /** Has the table hold other rows. */
  void clear() {
    rows.clear();
    followed.clear();
  }

  @Override
  public boolean isFollowed(String family) {
    return isFollowed;
  }

  @Override
  public Lookup<Row> find(String family, List<Condition> conditions) {
    return findAll(family, conditions).map(List::getFirst);
  }

  @Override
  public Lookup<List<Row>> findAll(String family, List<Condition> conditions) {
    queries.add(
        family
            + ": "
            + conditions.stream()
                .map(c -> c.column() + " " + c.operator().symbol() + " " + c.value())
                .collect(Collectors.joining(", ")));
    if (down) {
      return new Lookup.Unavailable<>(new Outage(Outage.Kind.UNREACHABLE, "no database"));
    }
    if (isFollowed) {
      return followed.computeIfAbsent(conditions, this::select);
    }
    return select(conditions);
  }

  private Lookup<List<Row>> select(List<Condition> conditions) {
    List<Row> found =
        rows.stream().filter(row -> conditions.stream().allMatch(c -> meets(row, c))).toList();
    return found.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(found);
  }

  private static boolean meets(Row row, Condition condition) {
    String stored = Objects.requireNonNullElse(row.stored(condition.column()), "");
    return switch (condition.operator()) {
      case EQUAL -> stored.equals(condition.value());
      case LIKE -> stored.matches(regex(condition.value()));
      case NOT_LIKE -> !stored.matches(regex(condition.value()));
      default -> throw new IllegalArgumentException(condition.toString());
    };
  }

  private static String regex(String like) {
    StringBuilder regex = new StringBuilder("(?s)");
    for (int at = 0; at < like.length(); at++) {
      char c = like.charAt(at);
      switch (c) {
        case '%' -> regex.append(".*");
        case '_' -> regex.append('.');
        case '\\' -> regex.append(java.util.regex.Pattern.quote("" + like.charAt(++at)));
        default -> regex.append(java.util.regex.Pattern.quote("" + c));
      }
    }
    return regex.toString();
  }

  @Override
  public Change update(String family, List<Condition> keys, List<Field> fields) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Change store(String family, List<Field> fields) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Change destroy(String family, List<Condition> keys) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isMapped(String family) {
    return true;
  }

  @Override
  public boolean hasColumn(String family, String column) {
    return COLUMNS.indexOf(column) >= 0;
  }

  @Override
  public Lookup<Shortfalls> require(String family, List<Requirement> requirements) {
    return new Lookup.Found<>(new Shortfalls(List.of()));
  }

  @Override
  public List<Mapping> mappings() {
    return List.of();
  }

  @Override
  public Set<String> drivers() {
    return Set.of();
  }
}
