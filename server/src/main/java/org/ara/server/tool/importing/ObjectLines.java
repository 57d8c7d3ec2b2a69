package org.ara.server.tool.importing;

import java.util.Objects;
import java.util.Set;
import org.ara.realtime.Field;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;

/** A row of a family of objects as a section: a line for each value that is set. */
final class ObjectLines {

  /** What servers write into rows, and what the database gives them. */
  private static final Set<String> STATE =
      Set.of(
          "id",
          "uniqueid",
          "name",
          "ipaddr",
          "regseconds",
          "regserver",
          "fullcontact",
          "lastms",
          "useragent",
          "path",
          "stamp");

  private final OutFile out;
  private final String family;

  ObjectLines(OutFile out, String family) {
    this.out = out;
    this.family = family;
  }

  void section(Row row) {
    String name = ListValue.decode(Objects.requireNonNullElse(row.stored("name"), ""));
    String place = family + ": row name='" + name + "'";
    if (name.isEmpty() || FamilyRows.isSettings(name)) {
      throw new UnwritableException(place + " would be settings in a file; rename it");
    }
    out.section(name);
    for (Field field : row.entries()) {
      if (!field.value().isEmpty() && !isState(row, field)) {
        out.variable(place, option(field.column()), field.value());
      }
    }
  }

  /** The port of a phone that registers is where it was last. */
  private static boolean isState(Row row, Field field) {
    String column = field.column().toLowerCase(java.util.Locale.ROOT);
    boolean registers = row.text("host").orElse("dynamic").equalsIgnoreCase("dynamic");
    return STATE.contains(column)
        || (column.equals("port") && (registers || field.value().equals("0")));
  }

  /** The options of queues are spelled with hyphens in files. */
  private String option(String column) {
    return family.equals("queues") ? column.replace('_', '-') : column;
  }
}
