package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Outage;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.batch.Batcher;
import org.ara.realtime.batch.OverloadException;
import org.jspecify.annotations.Nullable;

/**
 * The updates of one table. Those of one shape that arrive while others are in flight share the
 * next commit, as one statement, if the database has one for many keys. One that fails fails alone.
 */
final class Updates {

  private static final int MOST = 500;
  private static final int MOST_KEYS = 256;

  /**
   * How often a refused batch is halved: enough to find two refused rows among all, and where
   * everything is refused no more than 33 statements beyond one for each row.
   */
  private static final int MOST_HALVINGS = 16;

  private final Database database;
  private final Plans plans;
  private final Attempts attempts;
  private final Writes writes;
  private final ConcurrentMap<Shape.Update, Batcher<UpdateRequest>> batchers =
      new ConcurrentHashMap<>();

  Updates(Database database, Plans plans, Attempts attempts, Writes writes) {
    this.database = database;
    this.plans = plans;
    this.attempts = attempts;
    this.writes = writes;
  }

  Change update(Shape.Update shape, List<Condition> keys, List<Field> fields) {
    if (!database.batches() || !shape.isByEquality() || !plans.mayGoTogether(shape)) {
      return writes.change(shape, keys, fields);
    }
    Batcher<UpdateRequest> batcher = batchers.get(shape);
    if (batcher == null) {
      if (batchers.size() >= MOST) {
        return writes.change(shape, keys, fields);
      }
      batcher = batchers.computeIfAbsent(shape, this::batcher);
    }
    UpdateRequest request = new UpdateRequest(keys, fields);
    try {
      batcher.send(request);
      return request.answer();
    } catch (OverloadException e) {
      return new Change.Unavailable(
          new Outage(Outage.Kind.OVERLOADED, database.place() + ": " + e.getMessage()));
    }
  }

  /** What went through so far, all shapes together. */
  BatchStatus status() {
    return batchers.values().stream()
        .map(Batcher::status)
        .reduce(BatchStatus.NONE, BatchStatus::plus);
  }

  private Batcher<UpdateRequest> batcher(Shape.Update shape) {
    Batcher.Limits most = database.limits();
    Batcher.Limits limits =
        new Batcher.Limits(
            Math.min(database.dialect().updatesAtOnce(), most.lanes()),
            Math.min(MOST_KEYS, database.dialect().mostTogether()),
            most.mostWaiting(),
            most.deadline());
    return database
        .usher()
        .watch(new Batcher<>(limits, Updates::otherRows, batch -> run(shape, batch)));
  }

  /** One statement writes each row once: the next update of the same row waits for the next. */
  private static Predicate<UpdateRequest> otherRows(UpdateRequest leader) {
    Set<List<Condition>> taken = new HashSet<>();
    taken.add(leader.keys());
    return next -> taken.add(next.keys());
  }

  private void run(Shape.Update shape, List<UpdateRequest> batch) {
    run(shape, batch, MOST_HALVINGS);
  }

  /** Returns how many of the halvings are left. */
  private int run(Shape.Update shape, List<UpdateRequest> batch, int halvings) {
    if (batch.size() == 1) {
      oneByOne(shape, batch);
      return halvings;
    }
    List<UpdateRequest> sorted = batch.stream().sorted().toList();
    try {
      int[] counts = attempts.writing(true, session -> counts(session, shape, sorted));
      for (int i = 0; i < counts.length; i++) {
        sorted.get(i).answer(new Change.Done(counts[i]));
      }
      if (counts.length == 0) {
        oneByOne(shape, sorted);
      }
      return halvings;
    } catch (DatabaseException e) {
      return failed(shape, sorted, e, halvings);
    }
  }

  private void oneByOne(Shape.Update shape, List<UpdateRequest> batch) {
    batch.forEach(one -> one.answer(writes.change(shape, one.keys(), one.fields())));
  }

  /** What one update of many may be the reason for is looked for by halves. */
  private int failed(
      Shape.Update shape, List<UpdateRequest> batch, DatabaseException e, int halvings) {
    switch (e.fault()) {
      case LOST, SILENT -> {
        Change answer = new Change.Unavailable(e.outage());
        batch.forEach(request -> request.answer(answer));
      }
      case BUSY, TOO_SLOW -> sideBySide(shape, batch);
      case STALE, BAD_VALUE, FULL, REFUSED -> {
        if (halvings > 0) {
          int middle = batch.size() / 2;
          int left = run(shape, batch.subList(0, middle), halvings - 1);
          return run(shape, batch.subList(middle, batch.size()), left);
        }
        oneByOne(shape, batch);
      }
    }
    return halvings;
  }

  /** Somebody may hold one of the rows: the others do not wait for that one again. */
  private void sideBySide(Shape.Update shape, List<UpdateRequest> batch) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      batch.forEach(
          one -> threads.execute(() -> one.answer(writes.change(shape, one.keys(), one.fields()))));
    }
  }

  /** How many rows each changed; empty if they have to be written one by one. */
  private int[] counts(Session session, Shape.Update shape, List<UpdateRequest> batch)
      throws SQLException, DatabaseException {
    Plan plan = plans.get(session, shape);
    ManyStatement many = plan.many();
    if (many == null) {
      return new int[0];
    }
    List<@Nullable String[]> values = new ArrayList<>(batch.size());
    for (UpdateRequest request : batch) {
      if (!plan.mayBeOneOfMany(request.keys())) {
        throw new DatabaseException(
            Fault.BAD_VALUE, new Outage(Outage.Kind.REFUSED, "not to be written with others"));
      }
      values.add(plan.values(request.keys(), request.fields()));
    }
    writes.leaveOut(plan, batch.getFirst().fields());
    return many.update(session, values);
  }
}
