package org.ara.server.tool.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.ara.realtime.Field;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;

/** A row of {@code voicemail} as a line: {@code 100 => password,name,email,pager,a=b|c=d}. */
final class MailboxLines {

  private static final List<String> PLACES = List.of("password", "fullname", "email", "pager");
  private static final Set<String> OTHERS = Set.of("id", "uniqueid", "mailbox", "context", "stamp");

  private final OutFile out;

  MailboxLines(OutFile out) {
    this.out = out;
  }

  void line(Row row) {
    String mailbox = text(row, "mailbox");
    String place = "voicemail: row mailbox='" + mailbox + "', context='" + text(row, "context");
    List<String> values = new ArrayList<>();
    for (String column : PLACES) {
      String value = text(row, column);
      if (value.indexOf(',') >= 0) {
        throw new UnwritableException(
            place + "': " + column + " has a comma, which its place in a line cannot hold");
      }
      values.add(value);
    }
    List<String> options = new ArrayList<>();
    for (Field field : row.entries()) {
      String column = field.column().toLowerCase(Locale.ROOT);
      if (!field.value().isEmpty() && !PLACES.contains(column) && !OTHERS.contains(column)) {
        if (field.value().indexOf('|') >= 0) {
          throw new UnwritableException(
              place + "': " + column + " has a '|', which separates options in a line");
        }
        options.add(field.column() + "=" + field.value());
      }
    }
    values.add(String.join("|", options));
    while (values.size() > 1 && values.getLast().isEmpty()) {
      values.removeLast();
    }
    out.object(place + "'", mailbox, String.join(",", values));
  }

  private static String text(Row row, String column) {
    return ListValue.decode(Objects.requireNonNullElse(row.stored(column), ""));
  }
}
