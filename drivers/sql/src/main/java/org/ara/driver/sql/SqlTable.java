package org.ara.driver.sql;

import java.util.List;
import java.util.Objects;
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

/** A table of an SQL database, the same for every database. */
public final class SqlTable implements Table {

  private final Database database;
  private final String name;
  private final Problems problems;
  private final Catalogue catalogue;
  private final Attempts attempts;
  private final Selects selects;
  private final Updates updates;
  private final Writes writes;
  private final Growth growth;

  /**
   * A table that is described when it is first used.
   *
   * @param name as written in the mapping: a name, or {@code schema.name}
   */
  public SqlTable(Database database, String name) {
    this.database = database;
    this.name = name;
    this.problems = new Problems(database.place(), name);
    this.catalogue = new Catalogue(database, name);
    Planner planner = new Planner(database.dialect(), database.ordersRows());
    Plans plans = new Plans(catalogue, planner, problems);
    this.attempts = new Attempts(database, catalogue, problems);
    this.selects = new Selects(database, plans, attempts);
    this.writes = new Writes(database, plans, attempts, problems);
    this.updates = new Updates(database, plans, attempts, writes);
    this.growth = new Growth(database, catalogue, problems, name);
    catalogue.tell(growth::lookAgain);
  }

  /** The name as written in the mapping. */
  public String name() {
    return name;
  }

  /** The columns, if the table has been described; without asking the database. */
  public List<SqlColumn> knownColumns() {
    return catalogue.known().map(DescribedTable::columns).orElse(List.of());
  }

  @Override
  public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    return selects.select(some(conditions, "condition"), orderBy, limit);
  }

  @Override
  public <A> Lookup<A> scan(
      List<Condition> conditions, String orderBy, Supplier<A> start, BiConsumer<A, Row> add) {
    return selects.scan(
        new Shape.Select(Shape.terms(some(conditions, "condition")), orderBy, 0),
        conditions,
        start,
        add);
  }

  @Override
  public Explained explain(List<Condition> conditions, String orderBy, int limit) {
    return selects.explain(some(conditions, "condition"), orderBy, limit);
  }

  @Override
  public Change update(List<Condition> keys, List<Field> fields) {
    return updates.update(
        new Shape.Update(Shape.terms(some(keys, "key")), Shape.columns(some(fields, "field"))),
        keys,
        fields);
  }

  @Override
  public Change insert(List<Field> fields) {
    return writes.change(new Shape.Insert(Shape.columns(some(fields, "field"))), List.of(), fields);
  }

  @Override
  public Change delete(List<Condition> keys) {
    return writes.change(new Shape.Delete(Shape.terms(some(keys, "key"))), keys, List.of());
  }

  @Override
  public Optional<ConnectionStatus> connections() {
    return Optional.of(database.connections());
  }

  @Override
  public BatchStatus lookups() {
    return selects.status();
  }

  @Override
  public BatchStatus updates() {
    return updates.status().plus(database.commits());
  }

  @Override
  public Lookup<Boolean> hasColumn(String column) {
    boolean known = knownColumns().stream().anyMatch(c -> c.name().equalsIgnoreCase(column));
    return known ? new Lookup.Found<>(true) : Table.super.hasColumn(column);
  }

  @Override
  public Lookup<TableDescription> describe() {
    try {
      return new Lookup.Found<>(
          attempts.reading(
              session -> {
                DescribedTable seen = catalogue.get(session).orElseThrow(problems::noTable);
                return catalogue
                    .refreshed(session, seen)
                    .orElseThrow(problems::noTable)
                    .toDescription();
              }));
    } catch (DatabaseException e) {
      return new Lookup.Unavailable<>(e.outage());
    }
  }

  @Override
  public Lookup<Shortfalls> require(List<Requirement> requirements) {
    Database.Work<Shortfalls> work = session -> growth.meet(session, requirements);
    try {
      return new Lookup.Found<>(
          growth.mayAlter() ? attempts.writing(true, work) : attempts.reading(work));
    } catch (DatabaseException e) {
      return new Lookup.Unavailable<>(e.outage());
    }
  }

  @Override
  public Optional<ChangeFeed> changes() {
    return database.changes(name);
  }

  private static <T> List<T> some(List<T> list, String what) {
    if (Objects.requireNonNull(list, what).isEmpty()) {
      throw new IllegalArgumentException("at least one " + what + " is needed");
    }
    return list;
  }
}
