package org.ara.server.tool.importing;

import java.util.Objects;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;

/** A row of {@code extensions} as the line of one step. */
final class DialplanLines {

  private final OutFile out;

  DialplanLines(OutFile out) {
    this.out = out;
  }

  void line(Row row) {
    String exten = text(row, "exten");
    String priority = text(row, "priority");
    String place = "extensions: row context='" + text(row, "context") + "', exten='" + exten + "'";
    if (exten.isEmpty() || exten.matches(".*[,/].*")) {
      throw new UnwritableException(place + " has a name that no line can hold");
    }
    if (!priority.matches("[1-9]\\d*")) {
      throw new UnwritableException(place + ": '" + priority + "' is not a priority (1, 2, ...)");
    }
    String app = text(row, "app");
    if (app.isEmpty() || app.matches(".*[(),].*")) {
      throw new UnwritableException(place + ": '" + app + "' is not the name of an application");
    }
    out.object(
        place, "exten", exten + "," + priority + "," + app + "(" + text(row, "appdata") + ")");
  }

  private static String text(Row row, String column) {
    return ListValue.decode(Objects.requireNonNullElse(row.stored(column), ""));
  }
}
