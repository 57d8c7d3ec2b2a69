package org.ara.server.tool.importing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Row;
import org.ara.server.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Rows to be, each beside the row of its key that is there; asked for some at a time. */
final class Pairs {

  private static final int AT_ONCE = 200;

  /** Takes a pair. */
  interface Taker {

    /** The rows that were taken before must be in the table when this returns. */
    void settle() throws SQLException, ToolException;

    /**
     * A row to be.
     *
     * @param there the one of its key that is there; null if there is none
     */
    void take(TableRow row, @Nullable Row there) throws SQLException, ToolException;
  }

  private final BulkTable table;
  private final List<String> keys;
  private final Taker taker;
  private final Map<Map<String, String>, TableRow> waiting = new LinkedHashMap<>();

  Pairs(BulkTable table, List<String> keys, Taker taker) {
    this.table = table;
    this.keys = keys;
    this.taker = taker;
  }

  void all(Part part, Fitting fitting) throws SQLException, ToolException {
    part.each(
        made -> {
          TableRow row = fitting.fit(made);
          Map<String, String> key = key(row);
          if (waiting.size() >= AT_ONCE || waiting.containsKey(key)) {
            hand();
          }
          waiting.put(key, row);
        });
    hand();
  }

  private void hand() throws SQLException, ToolException {
    taker.settle();
    if (waiting.isEmpty()) {
      return;
    }
    Map<Map<String, String>, Row> there = new HashMap<>();
    List<Row> others = new ArrayList<>();
    table.readAny(
        List.copyOf(waiting.keySet()),
        row -> {
          Map<String, String> key = key(row);
          if (waiting.containsKey(key)) {
            there.putIfAbsent(key, row);
          } else {
            others.add(row);
          }
        });
    for (Map.Entry<Map<String, String>, TableRow> wanted : waiting.entrySet()) {
      Row found = there.get(wanted.getKey());
      if (found == null && !others.isEmpty()) {
        found = asTheDatabaseCompares(wanted.getKey());
      }
      taker.take(wanted.getValue(), found);
    }
    waiting.clear();
  }

  /** A key that is spelled in another way may be the same to the database. */
  private @Nullable Row asTheDatabaseCompares(Map<String, String> key) throws SQLException {
    List<Row> found = new ArrayList<>();
    table.read(key, List.of(), found::add);
    return found.isEmpty() ? null : found.getFirst();
  }

  Map<String, String> key(TableRow row) {
    Map<String, String> key = new LinkedHashMap<>();
    keys.forEach(column -> key.put(column, row.fields().getOrDefault(column, "")));
    return key;
  }

  private Map<String, String> key(Row row) {
    Map<String, String> key = new LinkedHashMap<>();
    keys.forEach(column -> key.put(column, Objects.requireNonNullElse(row.stored(column), "")));
    return key;
  }

  /** The fields that are not as they should be. */
  static Map<String, String> changes(Row there, TableRow row) {
    Map<String, String> changes = new LinkedHashMap<>();
    row.fields()
        .forEach(
            (column, value) -> {
              if (!Objects.requireNonNullElse(there.stored(column), "").equals(value)) {
                changes.put(column, value);
              }
            });
    return changes;
  }
}
