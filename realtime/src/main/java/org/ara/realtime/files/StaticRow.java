package org.ara.realtime.files;

import java.util.Comparator;
import java.util.Objects;
import org.ara.config.Origin;
import org.ara.realtime.Row;

/**
 * One line of a file in a table.
 *
 * @param metric of its category: the highest comes first
 * @param category the section it is in
 * @param place its place in the section: the lowest comes first
 * @param id the row's, 0 if it has none
 * @param name of the variable; empty where the table has none
 * @param value raw, as stored
 */
record StaticRow(long metric, String category, long place, long id, String name, String value) {

  /**
   * The order of a file's lines, the same on every database. Categories of one metric stay apart,
   * and lines of one place stay in the order they were added.
   */
  static final Comparator<StaticRow> ORDER =
      Comparator.comparingLong(StaticRow::metric)
          .reversed()
          .thenComparing(StaticRow::category)
          .thenComparingLong(StaticRow::place)
          .thenComparingLong(StaticRow::id)
          .thenComparing(StaticRow::name)
          .thenComparing(StaticRow::value);

  static StaticRow of(Row row) {
    return new StaticRow(
        number(row, "cat_metric"),
        text(row, "category"),
        number(row, "var_metric"),
        Math.max(0, number(row, "id")),
        text(row, "var_name"),
        text(row, "var_val"));
  }

  Origin origin(String source) {
    return new Origin(source, id);
  }

  boolean isInclude() {
    return name.equals("#include");
  }

  /** Whether a section goes on from this row to the next. */
  boolean isInSectionOf(StaticRow next) {
    return metric == next.metric && category.equals(next.category);
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNullElse(row.stored(column), "");
  }

  /** A metric that is no number counts as 0, as it did in a column of numbers. */
  private static long number(Row row, String column) {
    try {
      return Long.parseLong(text(row, column).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
