package org.ara.server.tool.importing;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.driver.sql.bulk.BulkTable.Order;
import org.ara.realtime.Field;
import org.ara.realtime.Row;
import org.ara.realtime.console.SecretColumns;
import org.ara.server.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Says what writing a part would change, a line for each row, and changes nothing. */
final class PartDiff implements Pairs.Taker {

  private static final Set<String> LAYOUT = Set.of("cat_metric", "var_metric", "commented");

  private final BulkTable table;
  private final Part part;
  private final Fitting fitting;
  private final Tally tally;
  private final PrintStream out;

  PartDiff(BulkTable table, Part part, Fitting fitting, Tally tally, PrintStream out) {
    this.table = table;
    this.part = part;
    this.fitting = fitting;
    this.tally = tally;
    this.out = out;
  }

  void print() throws SQLException, ToolException {
    if (part.scopes().isEmpty()) {
      new Pairs(table, part.keys(), this).all(part, fitting);
    } else {
      replace();
    }
  }

  @Override
  public void settle() {}

  @Override
  public void take(TableRow row, @Nullable Row there) {
    if (there == null) {
      added(row.fields());
      return;
    }
    Map<String, String> changes = Pairs.changes(there, row);
    if (changes.isEmpty()) {
      tally.keep();
      return;
    }
    tally.change();
    Map<String, String> key = new LinkedHashMap<>();
    part.keys().forEach(column -> key.put(column, row.fields().getOrDefault(column, "")));
    changes.forEach(
        (column, value) ->
            out.println(
                "~ "
                    + shown(key)
                    + ": "
                    + column
                    + " '"
                    + shown(column, Objects.requireNonNullElse(there.stored(column), ""))
                    + "' -> '"
                    + shown(column, value)
                    + "'"));
  }

  /** Rows that are there and will be again are not shown, wherever they stand. */
  private void replace() throws SQLException, ToolException {
    Map<Map<String, String>, Integer> there = new HashMap<>();
    List<String> columns = columns();
    for (Map<String, String> scope : part.scopes()) {
      if (!scope.containsKey("commented")) {
        table.read(scope, orders(), row -> there.merge(fields(row, columns), 1, Integer::sum));
      }
    }
    part.each(row -> compare(fitting.fit(row).fields(), there));
    there.forEach(
        (row, count) -> {
          if (!isText(row)) {
            tally.remove(count);
            out.println("- " + shown(row));
          }
        });
  }

  private void compare(Map<String, String> fields, Map<Map<String, String>, Integer> there) {
    Map<String, String> comparable = new HashMap<>(fields);
    comparable.keySet().removeAll(LAYOUT);
    if (isText(fields)) {
      there.remove(comparable);
    } else if (there.containsKey(comparable)) {
      there.computeIfPresent(comparable, (row, count) -> count == 1 ? null : count - 1);
      tally.keep();
    } else {
      added(fields);
    }
  }

  private List<Order> orders() {
    return part.keys().stream().map(Order::by).toList();
  }

  private List<String> columns() {
    return part.rows()
        .get()
        .findFirst()
        .map(row -> row.fields().keySet().stream().filter(c -> !LAYOUT.contains(c)).toList())
        .orElse(part.keys().stream().filter(c -> !LAYOUT.contains(c)).toList());
  }

  private static Map<String, String> fields(Row row, List<String> columns) {
    Map<String, String> fields = new HashMap<>();
    for (String column : columns) {
      String value = row.stored(column);
      if (value != null) {
        fields.put(column, value);
      }
    }
    return fields;
  }

  /** Lines of the file's text are not shown: what they amount to is. */
  private static boolean isText(Map<String, String> fields) {
    return fields.getOrDefault("var_name", "").matches("#(text|last|bytes|lastbytes)");
  }

  private void added(Map<String, String> fields) {
    tally.add();
    out.println("+ " + shown(fields));
  }

  private static String shown(Map<String, String> fields) {
    StringJoiner shown = new StringJoiner(", ");
    String variable = fields.getOrDefault("var_name", "");
    fields.forEach(
        (column, value) -> {
          if (!LAYOUT.contains(column)) {
            String named = column.equals("var_val") ? variable : column;
            shown.add(column + "=" + shown(named, value));
          }
        });
    return shown.toString();
  }

  private static String shown(String column, String value) {
    return SecretColumns.shown(new Field(column, value));
  }
}
