package org.ara.driver.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.batch.Request;
import org.jspecify.annotations.Nullable;

/** One caller's lookup in a batch of its shape. */
final class SelectRequest extends Request {

  private final List<Condition> conditions;
  private @Nullable SelectRequest same;
  private List<Row> rows = List.of();
  private @Nullable Lookup<List<Row>> answer;

  SelectRequest(List<Condition> conditions) {
    this.conditions = conditions;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** What tells it from others of its shape: the only value, or all of them. */
  Object key() {
    return conditions.size() == 1
        ? conditions.getFirst().value()
        : conditions.stream().map(Condition::value).toList();
  }

  /** Another one asks the same and is answered for both. */
  void sameAs(SelectRequest other) {
    same = other;
  }

  /** A row that answers it was found. */
  void found(Row row) {
    if (rows.isEmpty()) {
      rows = List.of(row);
    } else {
      if (rows.size() == 1) {
        rows = new ArrayList<>(rows);
      }
      rows.add(row);
    }
  }

  /**
   * All rows that answer it were {@link #found}; more than {@code limit} are not wanted, 0: all.
   */
  void complete(int limit) {
    if (rows.isEmpty()) {
      answer = new Lookup.Absent<>();
    } else if (limit > 0 && rows.size() > limit) {
      answer = new Lookup.Found<>(List.copyOf(rows.subList(0, limit)));
    } else {
      answer = new Lookup.Found<>(rows);
    }
  }

  void answer(Lookup<List<Row>> given) {
    answer = given;
  }

  Lookup<List<Row>> answer() {
    return same == null
        ? Objects.requireNonNull(answer, "a batch came back without this answer")
        : same.answer();
  }
}
