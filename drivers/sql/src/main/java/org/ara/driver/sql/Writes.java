package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.List;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.jspecify.annotations.Nullable;

/** Changes of one table, one at a time. */
final class Writes {

  private final Database database;
  private final Plans plans;
  private final Attempts attempts;
  private final Problems problems;

  Writes(Database database, Plans plans, Attempts attempts, Problems problems) {
    this.database = database;
    this.plans = plans;
    this.attempts = attempts;
    this.problems = problems;
  }

  Change change(Shape shape, List<Condition> keys, List<Field> fields) {
    boolean repeatable = !(shape instanceof Shape.Insert);
    try {
      return new Change.Done(
          attempts.writing(repeatable, session -> change(session, shape, keys, fields)));
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
    leaveOut(plan, fields);
    if (database.dialect().storesAnything()) {
      checkFields(session, plan, fields);
    }
    return session.change(plan.sql(), plan.values(keys, fields));
  }

  /** Says which fields have no column. */
  void leaveOut(Plan plan, List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (plan.fields()[i] == null) {
        problems.leaveOut(fields.get(i).column());
      }
    }
  }

  /** A refused field is refused by name; a key that no row can equal changes no row. */
  private Change badValue(
      DatabaseException refusal, Shape shape, List<Condition> keys, List<Field> fields) {
    try {
      attempts.reading(
          session -> {
            checkFields(session, plans.get(session, shape), fields);
            return true;
          });
    } catch (DatabaseException culprit) {
      return new Change.Unavailable(culprit.outage());
    }
    return !keys.isEmpty() && Selects.matchesNothing(keys)
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
}
