package org.ara.driver.sql;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.spi.Explained;

/** The lookups of one table, by their shapes. */
final class Selects {

  /** Far more shapes than a server has; what goes beyond is asked for one by one. */
  private static final int MOST = 500;

  /** So many are found faster by looking at each than by a hash of all they are made of. */
  private static final int FIRST = 8;

  private final Database database;
  private final Plans plans;
  private final Attempts attempts;
  private final List<SelectCrowd> first = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<Shape.Select, SelectCrowd> crowds = new ConcurrentHashMap<>();

  Selects(Database database, Plans plans, Attempts attempts) {
    this.database = database;
    this.plans = plans;
    this.attempts = attempts;
  }

  Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    for (SelectCrowd known : first) {
      if (known.shape().isOf(conditions, orderBy, limit)) {
        return known.ask(conditions);
      }
    }
    Shape.Select shape = new Shape.Select(Shape.terms(conditions), orderBy, limit);
    SelectCrowd crowd = crowds.get(shape);
    if (crowd == null) {
      if (crowds.size() >= MOST) {
        return new SelectCrowd(database, plans, attempts, shape).alone(conditions);
      }
      crowd = crowds.computeIfAbsent(shape, this::crowd);
    }
    return crowd.ask(conditions);
  }

  /** Reads rows one after the other, on a connection of its own as long as it takes. */
  <A> Lookup<A> scan(
      Shape.Select shape, List<Condition> conditions, Supplier<A> start, BiConsumer<A, Row> add) {
    try {
      return new Lookup.Found<>(
          attempts.reading(
              session -> {
                Plan plan = plans.get(session, shape);
                A taking = start.get();
                session.scan(
                    plan.sql(), row -> add.accept(taking, row), plan.values(conditions, List.of()));
                return taking;
              }));
    } catch (DatabaseException e) {
      return new Lookup.Unavailable<>(e.outage());
    }
  }

  /** Reads like {@link #select}, and tells the statement and what else is being asked. */
  Explained explain(List<Condition> conditions, String orderBy, int limit) {
    Lookup<List<Row>> answer = select(conditions, orderBy, limit);
    if (answer instanceof Lookup.Unavailable) {
      return new Explained(answer, List.of(), List.of());
    }
    BatchStatus status = status();
    return new Explained(
        answer,
        statement(new Shape.Select(Shape.terms(conditions), orderBy, limit)),
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

  /** What went through so far, all shapes together. */
  BatchStatus status() {
    return crowds.values().stream()
        .map(SelectCrowd::status)
        .reduce(BatchStatus.NONE, BatchStatus::plus);
  }

  private SelectCrowd crowd(Shape.Select shape) {
    SelectCrowd crowd = new SelectCrowd(database, plans, attempts, shape);
    crowd.lookAfter(database.usher());
    if (first.size() < FIRST) {
      first.add(crowd);
    }
    return crowd;
  }

  private List<String> statement(Shape.Select shape) {
    try {
      String sql = attempts.reading(session -> plans.get(session, shape).sql());
      return List.of(sql);
    } catch (DatabaseException e) {
      return List.of();
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
