package org.ara.driver.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ara.driver.sql.feed.ExchangedFeed;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.ConnectionStatus;
import org.ara.realtime.spi.Explained;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;

/** The table behind a mapping, in whatever database is configured at the moment. */
final class MappedTable implements Table {

  private final Supplier<Optional<SqlTable>> current;
  private final Outage unconfigured;
  private final ChangeFeed changes;

  MappedTable(
      Supplier<Optional<SqlTable>> current,
      Outage unconfigured,
      ExchangedFeed.Exchange configuration) {
    this.current = current;
    this.unconfigured = unconfigured;
    this.changes =
        new ExchangedFeed(
            () -> current.get().flatMap(SqlTable::changes), unconfigured.message(), configuration);
  }

  @Override
  public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    return look(table -> table.select(conditions, orderBy, limit));
  }

  @Override
  public <A> Lookup<A> scan(
      List<Condition> conditions, String orderBy, Supplier<A> start, BiConsumer<A, Row> add) {
    return look(table -> table.scan(conditions, orderBy, start, add));
  }

  @Override
  public Explained explain(List<Condition> conditions, String orderBy, int limit) {
    return current
        .get()
        .map(table -> table.explain(conditions, orderBy, limit))
        .orElseGet(() -> Table.super.explain(conditions, orderBy, limit));
  }

  @Override
  public Change update(List<Condition> keys, List<Field> fields) {
    return change(table -> table.update(keys, fields));
  }

  @Override
  public Change insert(List<Field> fields) {
    return change(table -> table.insert(fields));
  }

  @Override
  public Change delete(List<Condition> keys) {
    return change(table -> table.delete(keys));
  }

  @Override
  public Lookup<TableDescription> describe() {
    return look(Table::describe);
  }

  @Override
  public Lookup<Boolean> hasColumn(String column) {
    return look(table -> table.hasColumn(column));
  }

  @Override
  public Optional<ConnectionStatus> connections() {
    return current.get().flatMap(SqlTable::connections);
  }

  @Override
  public BatchStatus lookups() {
    return current.get().map(SqlTable::lookups).orElse(BatchStatus.NONE);
  }

  @Override
  public BatchStatus updates() {
    return current.get().map(SqlTable::updates).orElse(BatchStatus.NONE);
  }

  @Override
  public Lookup<Shortfalls> require(List<Requirement> requirements) {
    return look(table -> table.require(requirements));
  }

  @Override
  public Optional<ChangeFeed> changes() {
    return Optional.of(changes);
  }

  private <T> Lookup<T> look(Function<SqlTable, Lookup<T>> operation) {
    return current.get().map(operation).orElseGet(() -> new Lookup.Unavailable<>(unconfigured));
  }

  private Change change(Function<SqlTable, Change> operation) {
    return current.get().map(operation).orElseGet(() -> new Change.Unavailable(unconfigured));
  }
}
