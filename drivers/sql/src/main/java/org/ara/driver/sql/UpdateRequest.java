package org.ara.driver.sql;

import java.util.List;
import java.util.Objects;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.batch.Request;
import org.jspecify.annotations.Nullable;

/** One caller's update in a batch of its shape. */
final class UpdateRequest extends Request implements Comparable<UpdateRequest> {

  private final List<Condition> keys;
  private final List<Field> fields;
  private @Nullable Change answer;

  UpdateRequest(List<Condition> keys, List<Field> fields) {
    this.keys = keys;
    this.fields = fields;
  }

  List<Condition> keys() {
    return keys;
  }

  List<Field> fields() {
    return fields;
  }

  void answer(Change given) {
    answer = given;
  }

  Change answer() {
    return Objects.requireNonNull(answer, "a batch came back without this answer");
  }

  /** Statements that lock rows in one order cannot lock each other out. */
  @Override
  public int compareTo(UpdateRequest other) {
    for (int i = 0; i < keys.size(); i++) {
      int order = keys.get(i).value().compareTo(other.keys.get(i).value());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
