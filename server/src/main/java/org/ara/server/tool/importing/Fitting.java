package org.ara.server.tool.importing;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.server.tool.ToolException;

/** Compares the fields of rows with the columns of their table. */
final class Fitting {

  private final BulkTable table;
  private final String name;
  private final boolean leaveOut;
  private final PrintStream err;
  private final Set<String> said = new HashSet<>();

  Fitting(BulkTable table, String name, boolean leaveOut, PrintStream err) {
    this.table = table;
    this.name = name;
    this.leaveOut = leaveOut;
    this.err = err;
  }

  /**
   * The row with the fields that the table has a column for.
   *
   * @throws ToolException if it lacks one and that is not to be passed over, or one is too small
   */
  TableRow fit(TableRow row) throws ToolException {
    Map<String, String> fields = new LinkedHashMap<>(row.fields());
    for (Map.Entry<String, String> field : row.fields().entrySet()) {
      String column = field.getKey();
      if (!table.has(column)) {
        String lacks = row.origin() + ": table " + name + " has no column '" + column + "'";
        if (!leaveOut) {
          throw new ToolException(lacks + "; add it, take the line out, or give --leave-out");
        }
        if (said.add(column)) {
          err.println(lacks + "; left out, here and below");
        }
        fields.remove(column);
      } else {
        Optional<String> refusal = table.refusal(column, field.getValue());
        if (refusal.isPresent()) {
          throw new ToolException(
              row.origin()
                  + ": "
                  + refusal.get()
                  + "; shorten the value or widen the column ('./ara schema migrate' does what a"
                  + " well-known table needs)");
        }
      }
    }
    return fields.size() == row.fields().size() ? row : new TableRow(fields, row.origin());
  }
}
