package org.ara.server.tool.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ara.driver.sql.schema.Column;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.driver.sql.schema.TableShape;
import org.ara.driver.sql.schema.Triggers;
import org.ara.server.tool.table.Target;

/** Installs the triggers by which tables tell of their changes, or removes them. */
final class Notification {

  private final Connection connection;
  private final SchemaOrder order;
  private final Paper paper;

  Notification(Connection connection, SchemaOrder order, Paper paper) {
    this.connection = connection;
    this.order = order;
    this.paper = paper;
  }

  /** Returns whether every table tells of its changes afterwards, or none where that was wanted. */
  boolean run(List<Target> targets) throws SQLException {
    boolean good = true;
    for (Target target : targets) {
      good &= table(target);
    }
    return good;
  }

  private boolean table(Target target) throws SQLException {
    MappedSchema schema = target.schema(connection);
    Optional<TableShape> found = schema.found();
    if (found.isEmpty()) {
      paper.table(target.table(), "is missing: './ara schema create' creates it");
      return false;
    }
    List<String> key = order.key().isEmpty() ? schema.keyColumns() : realNames(found.get());
    if (key.isEmpty()) {
      paper.table(
          target.table(),
          order.key().isEmpty()
              ? "has no key; name the columns that rows are looked up by with --key"
              : "has no column " + String.join(", ", order.key()));
      return false;
    }
    Optional<Triggers> triggers =
        Triggers.of(target.database().flavour(), found.get().schema(), found.get().name(), key);
    if (triggers.isEmpty()) {
      paper.table(target.table(), "needs no triggers: changes of the file are seen without");
      return true;
    }
    apply(target, triggers.get());
    return true;
  }

  private void apply(Target target, Triggers triggers) throws SQLException {
    String key = String.join(", ", triggers.keyColumns());
    if (!order.remove() && triggers.areInstalled(connection)) {
      paper.table(target.table(), "tells of its changes already, by " + key);
      return;
    }
    List<String> statements = order.remove() ? triggers.remove() : triggers.install();
    if (order.dryRun()) {
      paper.table(target.table(), order.remove() ? "would stop telling" : "would tell by " + key);
      paper.statements(statements, true);
      return;
    }
    Statements.run(connection, statements);
    paper.table(
        target.table(),
        order.remove() ? "tells of its changes no more" : "tells of its changes, by " + key);
  }

  private List<String> realNames(TableShape table) {
    List<String> names =
        order.key().stream().flatMap(c -> table.column(c).stream()).map(Column::name).toList();
    return names.size() == order.key().size() ? names : List.of();
  }
}
