package org.ara.server.tool.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ara.config.Category;
import org.ara.config.Variable;
import org.ara.realtime.ListValue;

/** The {@code member} lines of queues as rows of {@code queue_members}. */
final class QueueRows {

  static final List<String> FIELDS =
      List.of("interface", "penalty", "membername", "state_interface", "ringinuse", "wrapuptime");

  private QueueRows() {}

  static boolean isMember(Variable variable) {
    return variable.isNamed("member");
  }

  static Part members(List<Category> queues) {
    List<Map<String, String>> scopes =
        queues.stream().map(queue -> Map.of("queue_name", ListValue.encode(queue.name()))).toList();
    long count = queues.stream().mapToLong(queue -> queue.all("member").size()).sum();
    return new Part(
        "queue_members",
        scopes,
        List.of("queue_name", "interface"),
        () -> queues.stream().flatMap(QueueRows::members),
        count);
  }

  private static Stream<TableRow> members(Category queue) {
    return queue.variables().stream()
        .filter(QueueRows::isMember)
        .map(
            member -> {
              Map<String, String> fields = new LinkedHashMap<>();
              fields.put("queue_name", ListValue.encode(queue.name()));
              String[] values = member.value().split(",", -1);
              for (int i = 0; i < Math.min(values.length, FIELDS.size()); i++) {
                if (!values[i].isBlank()) {
                  fields.put(FIELDS.get(i), ListValue.encode(values[i].strip()));
                }
              }
              return new TableRow(fields, member.origin());
            });
  }
}
