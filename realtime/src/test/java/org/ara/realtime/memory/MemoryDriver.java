package org.ara.realtime.memory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;
import org.jspecify.annotations.Nullable;

/** A driver whose tables are lists in memory, and which can be switched off and on. */
public final class MemoryDriver implements Driver {

  private final String name;
  private final Map<String, MemoryTable> tables = new TreeMap<>();
  private volatile Outage.@Nullable Kind failure;

  public MemoryDriver(String name) {
    this.name = name;
  }

  /** Makes a table with text columns. */
  public synchronized MemoryTable create(String table, String... columns) {
    MemoryTable created = new MemoryTable(name + " " + table, List.of(columns));
    tables.put(table.toLowerCase(Locale.ROOT), created);
    return created;
  }

  /** From now on nothing can be asked. */
  public void switchOff() {
    failure = Outage.Kind.UNREACHABLE;
  }

  /** From now on everything is refused. */
  public void refuse() {
    failure = Outage.Kind.REFUSED;
  }

  public void switchOn() {
    failure = null;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Table table(String database, String table) {
    return new Handle(table);
  }

  private synchronized @Nullable MemoryTable existing(String table) {
    return tables.get(table.toLowerCase(Locale.ROOT));
  }

  /** The table behind a mapping, which may be missing or unreachable when it is asked. */
  private final class Handle implements Table {
    private final String table;

    Handle(String table) {
      this.table = table;
    }

    private @Nullable Outage outage() {
      Outage.Kind kind = failure;
      if (kind != null) {
        return new Outage(kind, name + " " + table + ": switched off");
      }
      return existing(table) == null
          ? new Outage(Outage.Kind.REFUSED, name + " " + table + ": no such table")
          : null;
    }

    @Override
    public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
      Outage outage = outage();
      MemoryTable rows = existing(table);
      return outage != null || rows == null
          ? new Lookup.Unavailable<>(java.util.Objects.requireNonNull(outage))
          : rows.select(conditions, orderBy, limit);
    }

    @Override
    public Change update(List<Condition> keys, List<Field> fields) {
      Outage outage = outage();
      MemoryTable rows = existing(table);
      return outage != null || rows == null
          ? new Change.Unavailable(java.util.Objects.requireNonNull(outage))
          : rows.update(keys, fields);
    }

    @Override
    public Change insert(List<Field> fields) {
      Outage outage = outage();
      MemoryTable rows = existing(table);
      return outage != null || rows == null
          ? new Change.Unavailable(java.util.Objects.requireNonNull(outage))
          : rows.insert(fields);
    }

    @Override
    public Change delete(List<Condition> keys) {
      Outage outage = outage();
      MemoryTable rows = existing(table);
      return outage != null || rows == null
          ? new Change.Unavailable(java.util.Objects.requireNonNull(outage))
          : rows.delete(keys);
    }

    @Override
    public Optional<ChangeFeed> changes() {
      MemoryTable rows = existing(table);
      return rows == null ? Optional.empty() : rows.feed();
    }

    @Override
    public Lookup<TableDescription> describe() {
      Outage outage = outage();
      MemoryTable rows = existing(table);
      return outage != null || rows == null
          ? new Lookup.Unavailable<>(java.util.Objects.requireNonNull(outage))
          : new Lookup.Found<>(rows.describe());
    }
  }
}
