package org.ara.server.tool.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.ara.driver.sql.schema.Finding;
import org.ara.driver.sql.schema.MappedSchema;
import org.ara.server.tool.table.Target;

/** Compares the tables with the well-known ones. */
final class Check {

  private final Connection connection;
  private final Paper paper;

  Check(Connection connection, Paper paper) {
    this.connection = connection;
    this.paper = paper;
  }

  /** Returns whether nothing is missing. */
  boolean run(List<Target> targets) throws SQLException {
    boolean good = true;
    for (Target target : targets) {
      MappedSchema schema = target.schema(connection);
      if (schema.found().isEmpty()) {
        paper.table(target.table(), "is missing: './ara schema create' creates it");
        good = false;
      } else if (target.wellKnown().isEmpty()) {
        paper.table(target.table(), "is there; not a well-known table, nothing to compare it with");
      } else {
        List<Finding> findings = schema.lacks();
        findings.forEach(finding -> paper.finding(target.table(), finding));
        if (findings.isEmpty()) {
          paper.table(target.table(), "ok");
        }
        good &= findings.isEmpty();
      }
    }
    return good;
  }
}
