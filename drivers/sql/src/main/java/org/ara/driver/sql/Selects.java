package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.OverloadException;
import org.ara.realtime.spi.Explained;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of one table. Those of one shape that arrive while others are in flight leave
 * together as one query, if the database has one for many keys and this program can tell whose each
 * row is; otherwise those that are equal share one.
 */
final class Selects {

  /** Far more shapes than a server has; what goes beyond is asked for one by one. */
  private static final int MOST = 500;

  private static final int MOST_KEYS = 512;

  /** Two are enough: one is on its way while the other's rows are read. */
  private static final int LANES = 2;

  private final Database database;
  private final Plans plans;
  private final Attempts attempts;
  private final ConcurrentMap<Shape.Select, Batcher<SelectRequest>> together =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<Shape.Select, Batcher<SelectRequest>> equal =
      new ConcurrentHashMap<>();

  Selects(Database database, Plans plans, Attempts attempts) {
    this.database = database;
    this.plans = plans;
    this.attempts = attempts;
  }

  Lookup<List<Row>> select(Shape.Select shape, List<Condition> conditions) {
    if (!database.batches()) {
      return single(shape, conditions);
    }
    boolean asOne = shape.isByEquality() && plans.mayGoTogether(shape);
    ConcurrentMap<Shape.Select, Batcher<SelectRequest>> batchers = asOne ? together : equal;
    Batcher<SelectRequest> batcher = batchers.get(shape);
    if (batcher == null) {
      if (batchers.size() >= MOST) {
        return single(shape, conditions);
      }
      batcher = batchers.computeIfAbsent(shape, asOne ? this::together : this::equal);
    }
    SelectRequest request = new SelectRequest(conditions);
    try {
      batcher.send(request);
      return request.answer();
    } catch (OverloadException e) {
      return new Lookup.Unavailable<>(
          new Outage(Outage.Kind.OVERLOADED, database.place() + ": " + e.getMessage()));
    }
  }

  /** Reads like {@link #select}, and tells the statement and what else is being asked. */
  Explained explain(Shape.Select shape, List<Condition> conditions) {
    Lookup<List<Row>> answer = select(shape, conditions);
    if (answer instanceof Lookup.Unavailable) {
      return new Explained(answer, List.of(), List.of());
    }
    BatchStatus status = status();
    return new Explained(
        answer,
        statement(shape),
        status.batches() == 0
            ? List.of()
            : List.of(
                String.format(
                    Locale.ROOT,
                    "lookups of this table: %d in %d queries, at most %d in one, %d waiting",
                    status.requests(),
                    status.batches(),
                    status.largest(),
                    status.waiting())));
  }

  private List<String> statement(Shape.Select shape) {
    try {
      String sql = attempts.reading(session -> plans.get(session, shape).sql());
      return List.of(sql);
    } catch (DatabaseException e) {
      return List.of();
    }
  }

  /** What went through so far, all shapes together. */
  BatchStatus status() {
    return Stream.of(together, equal)
        .flatMap(batchers -> batchers.values().stream())
        .map(Batcher::status)
        .reduce(BatchStatus.NONE, BatchStatus::plus);
  }

  private Batcher<SelectRequest> together(Shape.Select shape) {
    Batcher.Limits most = database.limits();
    Batcher.Limits limits =
        new Batcher.Limits(
            Math.min(LANES, most.lanes()),
            Math.min(MOST_KEYS, database.dialect().mostTogether()),
            most.mostWaiting(),
            most.deadline());
    return database
        .usher()
        .watch(new Batcher<>(limits, leader -> next -> true, batch -> run(shape, batch)));
  }

  private Batcher<SelectRequest> equal(Shape.Select shape) {
    return database
        .usher()
        .watch(
            new Batcher<>(
                database.limits(),
                leader -> next -> next.conditions().equals(leader.conditions()),
                batch -> run(shape, batch)));
  }

  private void run(Shape.Select shape, List<SelectRequest> batch) {
    if (batch.size() == 1) {
      SelectRequest only = batch.getFirst();
      only.answer(single(shape, only.conditions()));
      return;
    }
    Map<List<Condition>, List<SelectRequest>> wanted = new LinkedHashMap<>();
    for (SelectRequest request : batch) {
      wanted.computeIfAbsent(request.conditions(), same -> new ArrayList<>(1)).add(request);
    }
    if (wanted.size() > 1 && many(shape, wanted)) {
      return;
    }
    wanted.forEach(
        (conditions, requests) -> {
          Lookup<List<Row>> answer = single(shape, conditions);
          requests.forEach(request -> request.answer(answer));
        });
  }

  /** Asks one query for all; false if they have to be asked one by one. */
  private boolean many(Shape.Select shape, Map<List<Condition>, List<SelectRequest>> wanted) {
    try {
      Optional<List<List<Row>>> found =
          attempts.reading(session -> found(session, shape, wanted.keySet()));
      found.ifPresent(rows -> handOut(shape, wanted.values(), rows));
      return found.isPresent();
    } catch (DatabaseException e) {
      if (e.fault() == Fault.BAD_VALUE || e.fault() == Fault.REFUSED) {
        return false;
      }
      Lookup<List<Row>> answer = new Lookup.Unavailable<>(e.outage());
      wanted.values().forEach(same -> same.forEach(request -> request.answer(answer)));
      return true;
    }
  }

  /** The rows that each wants, in the same order. */
  private Optional<List<List<Row>>> found(
      Session session, Shape.Select shape, Collection<List<Condition>> wanted)
      throws SQLException, DatabaseException {
    Plan plan = plans.get(session, shape);
    ManyStatement many = plan.many();
    if (many == null) {
      return Optional.empty();
    }
    List<@Nullable String[]> keys = new ArrayList<>();
    for (List<Condition> conditions : wanted) {
      if (!plan.mayBeOneOfMany(conditions)) {
        return Optional.empty();
      }
      keys.add(plan.values(conditions, List.of()));
    }
    List<Row> rows = session.query(many.sql(keys.size()), many.values(keys));
    return Optional.of(
        many.tellsPlaces()
            ? PlacedRows.apart(rows, wanted.size())
            : bySpelling(plan.keys(), rows, wanted));
  }

  private static List<List<Row>> bySpelling(
      List<SqlColumn> keys, List<Row> rows, Collection<List<Condition>> wanted) {
    Map<List<String>, List<Row>> found = byKey(keys, rows);
    List<List<Row>> answers = new ArrayList<>(wanted.size());
    for (List<Condition> conditions : wanted) {
      List<String> key = conditions.stream().map(Condition::value).toList();
      answers.add(found.getOrDefault(key, List.of()));
    }
    return answers;
  }

  private static Map<List<String>, List<Row>> byKey(List<SqlColumn> keys, List<Row> rows) {
    Map<List<String>, List<Row>> byKey = HashMap.newHashMap(rows.size());
    if (rows.isEmpty()) {
      return byKey;
    }
    int[] places = new int[keys.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = rows.getFirst().columns().indexOf(keys.get(i).name());
    }
    for (Row row : rows) {
      byKey.computeIfAbsent(key(row, places), same -> new ArrayList<>(1)).add(row);
    }
    return byKey;
  }

  private static List<String> key(Row row, int[] places) {
    if (places.length == 1) {
      return List.of(String.valueOf(row.stored(places[0])));
    }
    List<String> key = new ArrayList<>(places.length);
    for (int place : places) {
      key.add(String.valueOf(row.stored(place)));
    }
    return key;
  }

  private static void handOut(
      Shape.Select shape, Iterable<List<SelectRequest>> wanted, List<List<Row>> found) {
    Iterator<List<Row>> answers = found.iterator();
    for (List<SelectRequest> same : wanted) {
      List<Row> rows = answers.next();
      Lookup<List<Row>> answer =
          rows.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(limited(shape, rows));
      same.forEach(request -> request.answer(answer));
    }
  }

  private static List<Row> limited(Shape.Select shape, List<Row> rows) {
    return shape.limit() > 0 && rows.size() > shape.limit()
        ? List.copyOf(rows.subList(0, shape.limit()))
        : rows;
  }

  private Lookup<List<Row>> single(Shape.Select shape, List<Condition> conditions) {
    try {
      List<Row> rows =
          attempts.reading(
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

  /** No row equals a value that its column cannot hold; patterns compare text and always fit. */
  static boolean matchesNothing(List<Condition> conditions) {
    return conditions.stream()
        .allMatch(
            condition ->
                switch (condition.operator()) {
                  case EQUAL, LIKE, NOT_LIKE -> true;
                  case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                });
  }
}
