package org.ara.server.tool.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.driver.sql.bulk.BulkTable.Order;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;
import org.ara.server.tool.ToolException;

/**
 * The rows of the families of one file as its sections and lines, in the order in which they were
 * added where the table has a number for that, else by their keys.
 */
final class FamilyFile {

  private static final String HEAD = "; Written by ./ara import --export from the rows of ";

  private final OutFile out;
  private final String file;

  /**
   * Begins the file.
   *
   * @throws ToolException if there is a file that was not written from rows: it may hold more
   */
  FamilyFile(OutFile out, String file, List<String> families) throws IOException, ToolException {
    this.out = out;
    this.file = file;
    if (Files.exists(out.target())) {
      try (BufferedReader old =
          Files.newBufferedReader(out.target(), StandardCharsets.ISO_8859_1)) {
        String first = old.readLine();
        if (first == null || !first.startsWith(HEAD)) {
          throw new ToolException(
              out.target()
                  + " was not written from rows and may hold more than they do; name another"
                  + " directory, or move it away");
        }
      }
    }
    out.line(HEAD + String.join(", ", families));
  }

  void add(String family, BulkTable table, Members members) throws SQLException {
    switch (family) {
      case "extensions" -> contexts(table, "exten", new DialplanLines(out)::line);
      case "voicemail" -> contexts(table, "mailbox", new MailboxLines(out)::line);
      default -> objects(family, table, members);
    }
  }

  /** Writes a row. */
  interface Lines {
    void line(Row row);
  }

  private void contexts(BulkTable table, String name, Lines lines) throws SQLException {
    Optional<String> number = number(table);
    List<Order> orders = new ArrayList<>(number.map(Order::by).stream().toList());
    orders.add(Order.by(name));
    if (table.has("priority")) {
      orders.add(Order.by("priority"));
    }
    for (String context : table.distinct("context", Map.of(), number.orElse("context"))) {
      String section = ListValue.decode(context);
      if (FamilyRows.isSettings(section)) {
        throw new UnwritableException(
            file + ": the context '" + section + "' would be settings in a file; rename it");
      }
      out.section(section);
      table.read(Map.of("context", context), orders, lines::line);
    }
  }

  private void objects(String family, BulkTable table, Members members) throws SQLException {
    List<Order> orders =
        Stream.concat(number(table).stream(), Stream.of("name")).map(Order::by).toList();
    ObjectLines lines = new ObjectLines(out, family);
    table.read(
        Map.of(),
        orders,
        row -> {
          lines.section(row);
          members.of(Objects.requireNonNullElse(row.stored("name"), "")).forEach(out::line);
        });
  }

  /** The column that says in which order rows were added. */
  private static Optional<String> number(BulkTable table) {
    return Stream.of("id", "uniqueid").filter(table::has).findFirst();
  }
}
