package org.ara.server.tool.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ara.driver.sql.schema.Finding;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.server.tool.table.Target;

/** Adds the columns, indexes and room that tables lack. Nothing is dropped or narrowed. */
final class Migration {

  private final Connection connection;
  private final SchemaOrder order;
  private final Paper paper;

  Migration(Connection connection, SchemaOrder order, Paper paper) {
    this.connection = connection;
    this.order = order;
    this.paper = paper;
  }

  /** Returns whether nothing is missing afterwards. */
  boolean run(List<Target> targets) throws SQLException {
    List<String> statements = new ArrayList<>();
    boolean good = true;
    for (Target target : targets) {
      MappedSchema schema = target.schema(connection);
      if (schema.found().isEmpty()) {
        paper.table(target.table(), "is missing: './ara schema create' creates it");
        good = false;
      } else {
        List<Finding> findings = schema.lacks();
        good &= findings.stream().allMatch(Finding::automatic);
        findings.stream().filter(Finding::automatic).forEach(f -> statements.addAll(f.mend()));
        findings.forEach(finding -> paper.finding(target.table(), finding));
        if (findings.isEmpty()) {
          paper.table(target.table(), "ok");
        }
      }
    }
    if (!order.dryRun() && !statements.isEmpty()) {
      Statements.run(connection, statements);
      paper.table("", statements.size() + " statements done");
    }
    return good;
  }
}
