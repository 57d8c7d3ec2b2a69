package org.ara.server.tool.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.server.tool.table.Target;

/** Creates the tables that are missing; those that are there stay as they are. */
final class Creation {

  private final Connection connection;
  private final SchemaOrder order;
  private final Paper paper;

  Creation(Connection connection, SchemaOrder order, Paper paper) {
    this.connection = connection;
    this.order = order;
    this.paper = paper;
  }

  /** Returns whether every table is there afterwards. */
  boolean run(List<Target> targets) throws SQLException {
    List<String> statements = new ArrayList<>();
    List<String> created = new ArrayList<>();
    boolean good = true;
    for (Target target : targets) {
      MappedSchema schema = target.schema(connection);
      if (schema.found().isPresent()) {
        paper.table(target.table(), "is there");
      } else if (target.wellKnown().isEmpty()) {
        paper.table(target.table(), "is missing, and not a well-known table; create it yourself");
        good = false;
      } else {
        created.add(target.table());
        statements.addAll(schema.create());
      }
    }
    if (!order.dryRun()) {
      Statements.run(connection, statements);
    }
    created.forEach(table -> paper.table(table, order.dryRun() ? "would be created" : "created"));
    if (order.dryRun()) {
      paper.statements(statements, true);
    }
    return good;
  }
}
