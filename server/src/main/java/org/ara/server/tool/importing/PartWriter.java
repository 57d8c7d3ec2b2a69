package org.ara.server.tool.importing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ara.config.Origin;
import org.ara.driver.sql.bulk.BulkException;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Row;
import org.ara.server.tool.ToolException;

/** Writes the rows of a part into its table, a batch at a time, in the transaction that is open. */
final class PartWriter {

  private static final int BATCH = 500;

  private final BulkTable table;
  private final Part part;
  private final Fitting fitting;
  private final Tally tally;
  private final Progress progress;
  private final List<TableRow> pending = new ArrayList<>();

  PartWriter(BulkTable table, Part part, Fitting fitting, Tally tally, Progress progress) {
    this.table = table;
    this.part = part;
    this.fitting = fitting;
    this.tally = tally;
    this.progress = progress;
  }

  void write() throws SQLException, ToolException {
    for (Map<String, String> scope : part.scopes()) {
      tally.remove(table.delete(scope));
    }
    for (Iterator<TableRow> rows = part.rows().get().iterator(); rows.hasNext(); ) {
      TableRow row = fitting.fit(rows.next());
      progress.step();
      if (part.scopes().isEmpty()) {
        put(row);
      } else {
        insert(row);
      }
    }
    flush();
  }

  private void put(TableRow row) throws SQLException, ToolException {
    Map<String, String> key = key(part, row);
    List<Row> there = new ArrayList<>();
    table.read(key, List.of(), there::add);
    if (there.isEmpty()) {
      insert(row);
      return;
    }
    Map<String, String> changes = changes(there.getFirst(), row);
    if (changes.isEmpty()) {
      tally.keep();
      return;
    }
    try {
      table.update(key, changes);
    } catch (SQLException refused) {
      throw new ToolException(row.origin() + ": " + refused.getMessage(), refused);
    }
    tally.change();
  }

  private void insert(TableRow row) throws SQLException, ToolException {
    boolean sameColumns =
        pending.isEmpty()
            || List.copyOf(pending.getFirst().fields().keySet())
                .equals(List.copyOf(row.fields().keySet()));
    if (!sameColumns || pending.size() >= BATCH) {
      flush();
    }
    pending.add(row);
    tally.add();
  }

  private void flush() throws SQLException, ToolException {
    if (pending.isEmpty()) {
      return;
    }
    try {
      table.insert(
          List.copyOf(pending.getFirst().fields().keySet()),
          pending.stream().map(row -> List.copyOf(row.fields().values())).toList());
    } catch (BulkException refused) {
      Origin origin = pending.get(Math.max(0, refused.row())).origin();
      throw new ToolException(origin + ": " + refused.getMessage(), refused);
    }
    pending.clear();
  }

  static Map<String, String> key(Part part, TableRow row) {
    Map<String, String> key = new LinkedHashMap<>();
    part.keys().forEach(column -> key.put(column, row.fields().getOrDefault(column, "")));
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
