package org.ara.server.tool.schema;

import java.io.PrintStream;
import java.util.List;
import org.ara.driver.sql.schema.Finding;
import org.ara.server.tool.Surroundings;

/** What the tool writes: a line for each table, statements set in below it. */
final class Paper {

  private final PrintStream out;
  private final PrintStream err;

  Paper(Surroundings surroundings) {
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  void table(String table, String what) {
    out.printf("  %-20s %s%n", table, what);
  }

  void finding(String table, Finding finding) {
    table(table, finding.what());
    statements(finding.mend(), finding.automatic());
  }

  /** SQL, so that it can be copied into a shell. */
  void statements(List<String> lines, boolean sql) {
    for (String line : lines) {
      (line + (sql ? ";" : "")).lines().forEach(part -> out.println("      " + part));
    }
  }

  void failed(String why) {
    err.println("  " + why.lines().findFirst().orElse(""));
  }
}
