package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.OverloadException;
import org.ara.realtime.batch.Usher;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of one shape. Those that arrive while others are in flight leave together as one
 * query, if the database has one for many keys; otherwise those that are equal share one.
 */
final class SelectCrowd {

  private static final int MOST_KEYS = 512;

  /** Two are enough: one is on its way while the other's rows are read. */
  private static final int LANES = 2;

  private final Database database;
  private final Plans plans;
  private final Attempts attempts;
  private final Shape.Select shape;
  private final boolean byEquality;
  private final Batcher<SelectRequest> together;
  private final Batcher<SelectRequest> equal;

  SelectCrowd(Database database, Plans plans, Attempts attempts, Shape.Select shape) {
    this.database = database;
    this.plans = plans;
    this.attempts = attempts;
    this.shape = shape;
    this.byEquality = shape.isByEquality();
    Batcher.Limits most = database.limits();
    this.together =
        new Batcher<>(
            new Batcher.Limits(
                Math.min(LANES, most.lanes()),
                Math.min(MOST_KEYS, database.dialect().mostTogether()),
                most.mostWaiting(),
                most.deadline()),
            leader -> next -> true,
            this::run);
    this.equal =
        new Batcher<>(
            most, leader -> next -> next.conditions().equals(leader.conditions()), this::run);
  }

  /** From now on those who wait for too long are turned away. */
  void lookAfter(Usher usher) {
    usher.watch(together);
    usher.watch(equal);
  }

  Shape.Select shape() {
    return shape;
  }

  Lookup<List<Row>> ask(List<Condition> conditions) {
    if (!database.batches()) {
      return alone(conditions);
    }
    SelectRequest request = new SelectRequest(conditions);
    try {
      (byEquality && plans.mayGoTogether(shape) ? together : equal).send(request);
      return request.answer();
    } catch (OverloadException e) {
      return new Lookup.Unavailable<>(
          new Outage(Outage.Kind.OVERLOADED, database.place() + ": " + e.getMessage()));
    }
  }

  /** Asks for this one only. */
  Lookup<List<Row>> alone(List<Condition> conditions) {
    try {
      List<Row> rows =
          attempts.reading(
              session -> {
                Plan plan = plans.get(session, shape);
                return session.query(plan.sql(), plan.values(conditions, List.of()));
              });
      return rows.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(rows);
    } catch (DatabaseException e) {
      return e.fault() == Fault.BAD_VALUE && Selects.matchesNothing(conditions)
          ? new Lookup.Absent<>()
          : new Lookup.Unavailable<>(e.outage());
    }
  }

  /** What went through so far. */
  BatchStatus status() {
    return together.status().plus(equal.status());
  }

  private void run(List<SelectRequest> batch) {
    if (batch.size() == 1) {
      alone(batch.getFirst());
      return;
    }
    Map<Object, SelectRequest> wanted = HashMap.newHashMap(batch.size());
    List<SelectRequest> different = new ArrayList<>(batch.size());
    for (SelectRequest request : batch) {
      SelectRequest first = wanted.putIfAbsent(request.key(), request);
      if (first == null) {
        different.add(request);
      } else {
        request.sameAs(first);
      }
    }
    for (SelectRequest left : different.size() == 1 ? different : asOne(different, wanted)) {
      alone(left);
    }
  }

  private void alone(SelectRequest request) {
    request.answer(alone(request.conditions()));
  }

  /** Asks one query for all; returns those that have to be asked one by one. */
  private List<SelectRequest> asOne(List<SelectRequest> all, Map<Object, SelectRequest> byKey) {
    try {
      Harvest harvest = attempts.reading(session -> harvest(session, all));
      if (harvest.places) {
        PlacedRows.handOut(harvest.rows, harvest.asked);
      } else {
        bySpelling(harvest, byKey);
      }
      harvest.asked.forEach(request -> request.complete(shape.limit()));
      return harvest.left;
    } catch (DatabaseException e) {
      if (e.fault() == Fault.BAD_VALUE || e.fault() == Fault.REFUSED) {
        return all;
      }
      Lookup<List<Row>> answer = new Lookup.Unavailable<>(e.outage());
      all.forEach(request -> request.answer(answer));
      return List.of();
    }
  }

  /**
   * What one query for many brought.
   *
   * @param asked whom it was for, in the order of their keys
   * @param left whom it was not for
   * @param places whether the first column of a row is the place of whom it is for
   */
  private record Harvest(
      List<SqlColumn> keys,
      List<SelectRequest> asked,
      List<SelectRequest> left,
      List<Row> rows,
      boolean places) {}

  private Harvest harvest(Session session, List<SelectRequest> all)
      throws SQLException, DatabaseException {
    Plan plan = plans.get(session, shape);
    ManyStatement many = plan.many();
    List<SelectRequest> asked = new ArrayList<>(all.size());
    List<SelectRequest> left = new ArrayList<>(0);
    List<@Nullable String[]> values = new ArrayList<>(all.size());
    for (SelectRequest request : all) {
      if (many != null && plan.mayBeOneOfMany(request.conditions())) {
        asked.add(request);
        values.add(plan.values(request.conditions(), List.of()));
      } else {
        left.add(request);
      }
    }
    if (many == null || asked.size() < 2) {
      return new Harvest(plan.keys(), List.of(), all, List.of(), false);
    }
    List<Row> rows = session.query(many.sql(values.size()), many.values(values));
    return new Harvest(plan.keys(), asked, left, rows, many.tellsPlaces());
  }

  private static void bySpelling(Harvest harvest, Map<Object, SelectRequest> byKey) {
    if (harvest.rows.isEmpty()) {
      return;
    }
    int[] places = new int[harvest.keys.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = harvest.rows.getFirst().columns().indexOf(harvest.keys.get(i).name());
    }
    for (Row row : harvest.rows) {
      SelectRequest request = byKey.get(key(row, places));
      if (request != null) {
        request.found(row);
      }
    }
  }

  private static Object key(Row row, int[] places) {
    if (places.length == 1) {
      return String.valueOf(row.stored(places[0]));
    }
    List<String> key = new ArrayList<>(places.length);
    for (int place : places) {
      key.add(String.valueOf(row.stored(place)));
    }
    return key;
  }
}
