package org.ara.driver.sql;

import java.util.List;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.jspecify.annotations.Nullable;

/**
 * A statement ready to run: its text, made once, and where the values of an operation go.
 *
 * @param table the description it was made from; another one makes it void
 * @param sql with a {@code ?} for each field written and then for each key
 * @param keys the columns compared, in the order of the conditions
 * @param fields for each field of the operation its column, null where the table lacks it
 * @param written how many of the fields have a column
 * @param many does what many operations of this shape would do; null if there is no such statement
 */
record Plan(
    DescribedTable table,
    String sql,
    List<SqlColumn> keys,
    @Nullable SqlColumn[] fields,
    int written,
    @Nullable ManyStatement many) {

  Plan(
      DescribedTable table,
      String sql,
      List<SqlColumn> keys,
      @Nullable SqlColumn[] fields,
      int written) {
    this(table, sql, keys, fields, written, null);
  }

  /** Whether the keys that these conditions name may be asked for among others. */
  boolean mayBeOneOfMany(List<Condition> conditions) {
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).mayBeOneOfMany(conditions.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  boolean isComplete() {
    return written == fields.length;
  }

  /** The values to bind. */
  @Nullable String[] values(List<Condition> conditions, List<Field> given) {
    @Nullable String[] values = new String[written + conditions.size()];
    int next = 0;
    for (int i = 0; i < fields.length; i++) {
      SqlColumn column = fields[i];
      if (column != null) {
        String value = given.get(i).value();
        values[next++] = value.isEmpty() && column.emptyIsNull() ? null : value;
      }
    }
    for (Condition condition : conditions) {
      values[next++] = comparable(condition);
    }
    return values;
  }

  /** A pattern that ends in a lone backslash means that backslash. */
  private static String comparable(Condition condition) {
    return switch (condition.operator()) {
      case LIKE, NOT_LIKE ->
          endsInLoneBackslash(condition.value()) ? condition.value() + "\\" : condition.value();
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> condition.value();
    };
  }

  private static boolean endsInLoneBackslash(String pattern) {
    int backslashes = 0;
    for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
