package org.ara.server.tool.importing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ara.config.syntax.ConfigLine;
import org.ara.driver.sql.bulk.BulkTable;
import org.ara.driver.sql.bulk.BulkTable.Order;
import org.ara.realtime.ListValue;
import org.ara.realtime.Row;

/** The rows of {@code queue_members} as the lines of their queues. */
final class Members {

  static final Members NONE = new Members();

  private final Map<String, List<String>> byQueue = new HashMap<>();

  /** In the order in which they were added, where the table has a number for that. */
  void read(BulkTable table) throws SQLException {
    List<Order> orders =
        Stream.of("uniqueid", "id", "queue_name", "interface")
            .filter(table::has)
            .map(Order::by)
            .toList();
    table.read(
        Map.of(),
        orders,
        row ->
            byQueue
                .computeIfAbsent(
                    Objects.requireNonNullElse(row.stored("queue_name"), ""),
                    queue -> new ArrayList<>())
                .add(line(row)));
  }

  /** The lines of a queue, its name as it is stored. */
  List<String> of(String queue) {
    return byQueue.getOrDefault(queue, List.of());
  }

  private static String line(Row row) {
    List<String> values = new ArrayList<>();
    for (String column : QueueRows.FIELDS) {
      String value = ListValue.decode(Objects.requireNonNullElse(row.stored(column), ""));
      if (value.indexOf(',') >= 0) {
        throw new UnwritableException(
            "queue_members: row queue_name='"
                + row.stored("queue_name")
                + "': "
                + column
                + " has a comma, which its place in a line cannot hold");
      }
      values.add(value);
    }
    while (values.size() > 1 && values.getLast().isEmpty()) {
      values.removeLast();
    }
    return ConfigLine.variable("member", String.join(",", values)).replaceFirst(" = ", " => ");
  }
}
