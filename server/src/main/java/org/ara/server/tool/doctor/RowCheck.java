package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.driver.sql.schema.Finding;
import org.ara.server.tool.table.Target;

/** What the rows of one database's tables say that cannot work. */
final class RowCheck {

  private final Connection connection;
  private final List<Target> targets;

  RowCheck(Connection connection, List<Target> targets) {
    this.connection = connection;
    this.targets = targets;
  }

  /** Findings of a table that exists. */
  List<Finding> findings(Target target) throws SQLException {
    String like = target.wellKnown().orElse("");
    return switch (like) {
      case "sippeers" -> new PhoneRows(target.table()).findings(rows(target));
      case "extensions" -> new DialplanRows(target.table()).findings(rows(target));
      case "queue_members" -> membersWithoutQueue(target);
      default -> List.of();
    };
  }

  /**
   * Members of queues that no table here knows; only said where all queues are in this database.
   */
  private List<Finding> membersWithoutQueue(Target members) throws SQLException {
    List<Target> queues =
        targets.stream().filter(t -> t.wellKnown().filter("queues"::equals).isPresent()).toList();
    List<Finding> findings = new ArrayList<>();
    if (queues.size() == 1) {
      Set<String> known = values(queues.getFirst(), "name");
      Set<String> orphans = values(members, "queue_name");
      orphans.removeAll(known);
      for (String orphan : orphans) {
        findings.add(
            Finding.advised(
                "there are members of queue '"
                    + orphan
                    + "', and no such queue in "
                    + queues.getFirst().table(),
                "DELETE FROM "
                    + members.table()
                    + " WHERE queue_name = "
                    + PhoneRows.literal(orphan)
                    + ";"));
      }
    }
    return findings;
  }

  private Set<String> values(Target target, String column) throws SQLException {
    return rows(target).stream()
        .map(row -> row.getOrDefault(column, ""))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Map<String, String>> rows(Target target) throws SQLException {
    return StoredRows.read(connection, target.sqlName(connection));
  }
}
