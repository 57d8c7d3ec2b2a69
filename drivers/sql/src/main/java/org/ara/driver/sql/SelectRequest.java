package org.ara.driver.sql;

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
  private @Nullable Lookup<List<Row>> answer;

  SelectRequest(List<Condition> conditions) {
    this.conditions = conditions;
  }

  List<Condition> conditions() {
    return conditions;
  }

  void answer(Lookup<List<Row>> given) {
    answer = given;
  }

  Lookup<List<Row>> answer() {
    return Objects.requireNonNull(answer, "a batch came back without this answer");
  }
}
