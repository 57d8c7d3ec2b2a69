package org.ara.server.tool.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ara.driver.sql.schema.Finding;
import org.ara.server.tool.table.Target;

/** What the rows of one database's tables say that cannot work, and what they name. */
final class RowCheck {

  private final Connection connection;
  private final List<Target> targets;
  private final References references;

  RowCheck(Connection connection, List<Target> targets, References references) {
    this.connection = connection;
    this.targets = targets;
    this.references = references;
  }

  /** Looks at the rows of a table that exists. */
  void findings(Target target, Consumer<Finding> findings) throws SQLException {
    switch (target.wellKnown().orElse("")) {
      case "sippeers" ->
          rows(target, new PhoneRows(target.table(), references, findings)::sipPhone);
      case "iaxfriends" ->
          rows(target, new PhoneRows(target.table(), references, findings)::iaxPhone);
      case "voicemail" -> rows(target, row -> mailbox(target, row, findings));
      case "extensions" -> {
        DialplanRows dialplan = new DialplanRows(target, references, findings);
        rows(target, dialplan::row);
        dialplan.end();
      }
      case "queue_members" -> membersWithoutQueue(target, findings);
      default -> {}
    }
  }

  private void mailbox(Target target, Map<String, String> row, Consumer<Finding> findings) {
    String mailbox = row.getOrDefault("mailbox", "");
    String context = row.getOrDefault("context", "");
    references.box(mailbox, context);
    if (row.getOrDefault("password", "").isEmpty()) {
      findings.accept(
          Finding.advised(
              "mailbox '" + mailbox + "' has no password: whoever calls hears its messages",
              "UPDATE "
                  + target.table()
                  + " SET password = '...' WHERE mailbox = "
                  + PhoneRows.literal(mailbox)
                  + " AND context = "
                  + PhoneRows.literal(context)
                  + ";"));
    }
  }

  /**
   * Members of queues that no table here knows; only said where all queues are in this database.
   */
  private void membersWithoutQueue(Target members, Consumer<Finding> findings) throws SQLException {
    List<Target> queues =
        targets.stream().filter(t -> t.wellKnown().filter("queues"::equals).isPresent()).toList();
    if (queues.size() != 1 || !queues.getFirst().exists(connection)) {
      return;
    }
    Set<String> orphans = values(members, "queue_name");
    orphans.removeAll(values(queues.getFirst(), "name"));
    for (String orphan : orphans) {
      findings.accept(
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

  private Set<String> values(Target target, String column) throws SQLException {
    Set<String> values = new LinkedHashSet<>();
    rows(target, row -> values.add(row.getOrDefault(column, "")));
    return values;
  }

  private void rows(Target target, Consumer<Map<String, String>> rows) throws SQLException {
    StoredRows.read(connection, target.sqlName(connection), rows);
  }
}
