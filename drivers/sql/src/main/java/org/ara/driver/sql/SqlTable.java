package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;
import org.jspecify.annotations.Nullable;

/** A table of an SQL database, the same for every database. */
public final class SqlTable implements Table {

  private final Database database;
  private final String name;
  private final Problems problems;
  private final Catalogue catalogue;
  private final Plans plans;

  /**
   * A table that is described when it is first used.
   *
   * @param name as written in the mapping: a name, or {@code schema.name}
   */
  public SqlTable(Database database, String name) {
    this.database = database;
    this.name = name;
    this.problems = new Problems(database.place(), name);
    this.catalogue = new Catalogue(database.dialect(), name);
    this.plans =
        new Plans(catalogue, new Planner(database.dialect(), database.ordersRows()), problems);
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
    Shape shape = new Shape.Select(Shape.terms(some(conditions, "condition")), orderBy, limit);
    try {
      List<Row> rows =
          reading(
              session -> {
                Plan plan = plans.get(session, shape);
                return session.query(plan.sql(), plan.values(conditions, List.of()));
              });
      return rows.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(rows);
    } catch (DatabaseException e) {
      return e.fault() == Fault.BAD_VALUE && matchesNothing(conditions)
          ? new Lookup.Absent<>()
          : new Lookup.Unavailable<>(e.outage());
    }
  }

  @Override
  public Change update(List<Condition> keys, List<Field> fields) {
    Shape shape =
        new Shape.Update(Shape.terms(some(keys, "key")), Shape.columns(some(fields, "field")));
    return changed(shape, keys, fields);
  }

  @Override
  public Change insert(List<Field> fields) {
    return changed(new Shape.Insert(Shape.columns(some(fields, "field"))), List.of(), fields);
  }

  @Override
  public Change delete(List<Condition> keys) {
    return changed(new Shape.Delete(Shape.terms(some(keys, "key"))), keys, List.of());
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
          reading(
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
  public Optional<ChangeFeed> changes() {
    return database.changes(name);
  }

  private Change changed(Shape shape, List<Condition> keys, List<Field> fields) {
    try {
      return new Change.Done(writing(shape, session -> change(session, shape, keys, fields)));
    } catch (DatabaseException e) {
      return e.fault() == Fault.BAD_VALUE
          ? badValue(e, shape, keys, fields)
          : new Change.Unavailable(e.outage());
    }
  }

  private int change(Session session, Shape shape, List<Condition> keys, List<Field> fields)
      throws SQLException, DatabaseException {
    Plan plan = plans.get(session, shape);
    if (plan.written() == 0 && !fields.isEmpty()) {
      throw problems.nothingToWrite();
    }
    for (int i = 0; i < fields.size(); i++) {
      if (plan.fields()[i] == null) {
        problems.leaveOut(fields.get(i).column());
      }
    }
    if (database.dialect().storesAnything()) {
      checkFields(session, plan, fields);
    }
    return session.change(plan.sql(), plan.values(keys, fields));
  }

  /** A refused field is refused by name; a key that no row can equal changes no row. */
  private Change badValue(
      DatabaseException refusal, Shape shape, List<Condition> keys, List<Field> fields) {
    try {
      reading(
          session -> {
            checkFields(session, plans.get(session, shape), fields);
            return true;
          });
    } catch (DatabaseException culprit) {
      return new Change.Unavailable(culprit.outage());
    }
    return !keys.isEmpty() && matchesNothing(keys)
        ? new Change.Done(0)
        : new Change.Unavailable(refusal.outage());
  }

  private void checkFields(Session session, Plan plan, List<Field> fields)
      throws SQLException, DatabaseException {
    for (int i = 0; i < fields.size(); i++) {
      @Nullable SqlColumn column = plan.fields()[i];
      String value = fields.get(i).value();
      if (column != null && !(value.isEmpty() && column.emptyIsNull())) {
        var complaint = database.dialect().complaint(session, column, value);
        if (complaint.isPresent()) {
          throw problems.badValue(column, value, complaint.get());
        }
      }
    }
  }

  /** No row equals a value that its column cannot hold; patterns compare text and always fit. */
  private static boolean matchesNothing(List<Condition> conditions) {
    return conditions.stream()
        .allMatch(
            condition ->
                switch (condition.operator()) {
                  case EQUAL, LIKE, NOT_LIKE -> true;
                  case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                });
  }

  private <T> T reading(Database.Work<T> work) throws DatabaseException {
    return attempt(true, () -> database.read(work));
  }

  /** A broken connection leaves open whether a row was added, so that alone is not repeated. */
  private <T> T writing(Shape shape, Database.Work<T> work) throws DatabaseException {
    return attempt(!(shape instanceof Shape.Insert), () -> database.write(work));
  }

  /** Tries again once where the table has changed or the connection broke and that can help. */
  private <T> T attempt(boolean repeatable, Operation<T> operation) throws DatabaseException {
    for (int attempt = 1; ; attempt++) {
      try {
        return operation.run();
      } catch (SQLException e) {
        Fault fault = database.dialect().fault(e);
        if (!canTryAgain(fault, repeatable) || attempt == 2) {
          throw problems.failed(fault, e);
        }
      }
    }
  }

  private boolean canTryAgain(Fault fault, boolean repeatable) throws DatabaseException {
    return switch (fault) {
      case STALE -> {
        catalogue.forget();
        yield true;
      }
      case LOST -> {
        database.confirm(fault);
        yield repeatable;
      }
      case SILENT -> {
        database.confirm(fault);
        yield false;
      }
      case BAD_VALUE, BUSY, TOO_SLOW, REFUSED -> false;
    };
  }

  private static <T> List<T> some(List<T> list, String what) {
    if (Objects.requireNonNull(list, what).isEmpty()) {
      throw new IllegalArgumentException("at least one " + what + " is needed");
    }
    return list;
  }

  /** An operation on the database. */
  @FunctionalInterface
  private interface Operation<T> {
    T run() throws SQLException, DatabaseException;
  }
}
