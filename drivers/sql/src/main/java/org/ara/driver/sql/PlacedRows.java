package org.ara.driver.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** Rows whose first column says which of many questions each of them answers, from 1 on. */
final class PlacedRows {

  private PlacedRows() {}

  /**
   * What answers each question, without the first column.
   *
   * @param questions how many there were
   */
  static List<List<Row>> apart(List<Row> rows, int questions) {
    List<List<Row>> answers = new ArrayList<>(questions);
    for (int i = 0; i < questions; i++) {
      answers.add(List.of());
    }
    if (rows.isEmpty()) {
      return answers;
    }
    Columns columns = withoutFirst(rows.getFirst().columns());
    for (Row row : rows) {
      int place = Integer.parseInt(Objects.requireNonNull(row.stored(0))) - 1;
      List<Row> before = answers.get(place);
      Row one = new Row(columns, withoutFirst(row));
      if (before.isEmpty()) {
        answers.set(place, List.of(one));
      } else {
        List<Row> more = before.size() == 1 ? new ArrayList<>(before) : before;
        more.add(one);
        answers.set(place, more);
      }
    }
    return answers;
  }

  private static Columns withoutFirst(Columns columns) {
    List<String> names = new ArrayList<>(columns.size() - 1);
    for (int i = 1; i < columns.size(); i++) {
      names.add(columns.name(i));
    }
    return new Columns(names);
  }

  private static @Nullable String[] withoutFirst(Row row) {
    @Nullable String[] values = new String[row.columns().size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.stored(i + 1);
    }
    return values;
  }
}
