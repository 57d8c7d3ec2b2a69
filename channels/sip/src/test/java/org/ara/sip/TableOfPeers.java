package org.ara.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.config.Origin;
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

/** The family {@code sippeers}, and others, whose rows are in memory; it can be away. */
final class TableOfPeers implements Realtime {

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final Set<String> families = ConcurrentHashMap.newKeySet();
  private volatile boolean away;
  private volatile boolean readOnly;
  private volatile boolean followed;

  TableOfPeers() {
    families.add("sippeers");
  }

  /** Maps further families, whose rows are told apart by their columns alone. */
  void map(String... more) {
    families.addAll(List.of(more));
  }

  synchronized void insert(String... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    rows.add(row);
  }

  synchronized Map<String, String> row(String name) {
    return rows.stream()
        .filter(r -> name.equals(r.get("name")))
        .findFirst()
        .<Map<String, String>>map(TreeMap::new)
        .orElseThrow();
  }

  synchronized void set(String name, String column, String value) {
    rows.stream().filter(r -> name.equals(r.get("name"))).forEach(r -> r.put(column, value));
  }

  void goAway(boolean gone) {
    away = gone;
  }

  void tellOfChanges() {
    followed = true;
  }

  @Override
  public boolean isFollowed(String family) {
    return followed;
  }

  void refuseWrites(boolean refused) {
    readOnly = refused;
  }

  private static Outage outage() {
    return new Outage(Outage.Kind.UNREACHABLE, "test sippeers: the database is away");
  }

  private static boolean meets(Map<String, String> row, Condition condition) {
    String value = row.get(condition.column());
    if (value == null) {
      return false;
    }
    return switch (condition.operator()) {
      case LIKE -> value.contains(condition.value().replace("%", ""));
      case GREATER_OR_EQUAL -> Long.parseLong(value) >= Long.parseLong(condition.value());
      case LESS_OR_EQUAL -> Long.parseLong(value) <= Long.parseLong(condition.value());
      case GREATER -> Long.parseLong(value) > Long.parseLong(condition.value());
      case NOT_EQUAL -> !value.equals(condition.value());
      case LESS -> Long.parseLong(value) < Long.parseLong(condition.value());
      default -> value.equals(condition.value());
    };
  }

  @Override
  public Lookup<Row> find(String family, List<Condition> conditions) {
    return findAll(family, conditions).map(List::getFirst);
  }

  @Override
  public synchronized Lookup<List<Row>> findAll(String family, List<Condition> conditions) {
    if (away) {
      return new Lookup.Unavailable<>(outage());
    }
    List<Row> found =
        rows.stream()
            .filter(r -> conditions.stream().allMatch(c -> meets(r, c)))
            .map(
                r ->
                    new Row(
                        new Columns(List.copyOf(r.keySet())), r.values().toArray(String[]::new)))
            .toList();
    return found.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(found);
  }

  @Override
  public synchronized Change update(String family, List<Condition> keys, List<Field> fields) {
    if (away || readOnly) {
      return new Change.Unavailable(outage());
    }
    List<Map<String, String>> met =
        rows.stream().filter(r -> keys.stream().allMatch(c -> meets(r, c))).toList();
    met.forEach(r -> fields.forEach(f -> r.put(f.column(), f.value().replace(";", "^3B"))));
    return new Change.Done(met.size());
  }

  @Override
  public synchronized Change store(String family, List<Field> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    fields.forEach(f -> row.put(f.column(), f.value()));
    rows.add(row);
    return new Change.Done(1);
  }

  @Override
  public synchronized Change destroy(String family, List<Condition> keys) {
    int before = rows.size();
    rows.removeIf(r -> keys.stream().allMatch(c -> meets(r, c)));
    return new Change.Done(before - rows.size());
  }

  @Override
  public boolean isMapped(String family) {
    return families.contains(family);
  }

  @Override
  public boolean hasColumn(String family, String column) {
    return column.equals("insecure") || column.equals("callbackextension");
  }

  @Override
  public Lookup<Shortfalls> require(String family, List<Requirement> requirements) {
    return new Lookup.Found<>(new Shortfalls(List.of()));
  }

  @Override
  public List<Mapping> mappings() {
    return List.of(
        new Mapping("sippeers", "test", "db", "sippeers", 1, new Origin("extconfig.conf", 1)));
  }

  @Override
  public Set<String> drivers() {
    return Set.of("test");
  }
}
