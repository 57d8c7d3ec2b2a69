package org.ara.server.tool.importing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.Origin;
import org.ara.driver.sql.bulk.BulkException;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.realtime.Row;
import org.ara.server.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a part into its table, a batch at a time, in the transaction that is open. */
final class PartWriter implements Pairs.Taker {

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
    if (part.scopes().isEmpty()) {
      new Pairs(table, part.keys(), this).all(part, fitting);
    } else {
      part.each(
          row -> {
            insert(fitting.fit(row));
            progress.step();
          });
    }
    settle();
  }

  @Override
  public void take(TableRow row, @Nullable Row there) throws SQLException, ToolException {
    progress.step();
    if (there == null) {
      insert(row);
      return;
    }
    Map<String, String> changes = Pairs.changes(there, row);
    if (changes.isEmpty()) {
      tally.keep();
      return;
    }
    Map<String, String> key = new LinkedHashMap<>();
    part.keys().forEach(column -> key.put(column, row.fields().getOrDefault(column, "")));
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
      settle();
    }
    pending.add(row);
    tally.add();
  }

  @Override
  public void settle() throws SQLException, ToolException {
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
}
