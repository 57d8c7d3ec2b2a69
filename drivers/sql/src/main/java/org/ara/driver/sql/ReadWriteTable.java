package org.ara.driver.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.ConnectionStatus;
import org.ara.realtime.spi.Explained;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;

/**
 * A table that is read in one database and changed in another, of which the first is a replica.
 * What its columns are is asked where it is changed, how it changed is told where it is read.
 *
 * @param read where rows are looked up
 * @param written where they are changed
 */
public record ReadWriteTable(Table read, Table written) implements Table {

  @Override
  public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    return read.select(conditions, orderBy, limit);
  }

  @Override
  public <A> Lookup<A> scan(
      List<Condition> conditions, String orderBy, Supplier<A> start, BiConsumer<A, Row> add) {
    return read.scan(conditions, orderBy, start, add);
  }

  @Override
  public Explained explain(List<Condition> conditions, String orderBy, int limit) {
    return read.explain(conditions, orderBy, limit);
  }

  @Override
  public Change update(List<Condition> keys, List<Field> fields) {
    return written.update(keys, fields);
  }

  @Override
  public Change insert(List<Field> fields) {
    return written.insert(fields);
  }

  @Override
  public Change delete(List<Condition> keys) {
    return written.delete(keys);
  }

  @Override
  public Lookup<TableDescription> describe() {
    return written.describe();
  }

  @Override
  public Lookup<Boolean> hasColumn(String column) {
    return written.hasColumn(column);
  }

  @Override
  public Optional<ConnectionStatus> connections() {
    return read.connections();
  }

  @Override
  public BatchStatus lookups() {
    return read.lookups();
  }

  @Override
  public BatchStatus updates() {
    return written.updates();
  }

  @Override
  public Lookup<Shortfalls> require(List<Requirement> requirements) {
    return written.require(requirements);
  }

  @Override
  public Optional<ChangeFeed> changes() {
    return read.changes();
  }
}
