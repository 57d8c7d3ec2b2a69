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
   * Gives each row, without the first column, to whom it is for.
   *
   * @param asked in the order of the places
   */
  static void handOut(List<Row> rows, List<SelectRequest> asked) {
    if (rows.isEmpty()) {
      return;
    }
    Columns columns = withoutFirst(rows.getFirst().columns());
    for (Row row : rows) {
      int place = Integer.parseInt(Objects.requireNonNull(row.stored(0))) - 1;
      asked.get(place).found(new Row(columns, withoutFirst(row)));
    }
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
