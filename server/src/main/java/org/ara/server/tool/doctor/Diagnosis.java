package org.ara.server.tool.doctor;

import java.io.PrintStream;
import org.ara.driver.sql.schema.Finding;

/** What the doctor says: a heading for each place, its findings below, each with its remedy. */
final class Diagnosis {

  /** Findings of one table that are shown; the rest is counted. */
  private static final int MOST_OF_A_TABLE = 50;

  private final PrintStream out;
  private String table = "";
  private int ofTable;
  private int all;

  Diagnosis(PrintStream out) {
    this.out = out;
  }

  /** What follows is about this place. */
  void about(String place) {
    endTable();
    out.println(place);
    table = "";
  }

  /** What follows is about this table. */
  void table(String name) {
    endTable();
    table = name;
  }

  void finding(Finding finding) {
    all++;
    if (++ofTable <= MOST_OF_A_TABLE) {
      out.println("  " + (table.isEmpty() ? "" : table + ": ") + finding.what());
      for (String line : finding.mend()) {
        out.println("      " + line + (finding.automatic() ? ";" : ""));
      }
    }
  }

  /** Something in words that say themselves what to do. */
  void problem(String text) {
    all++;
    out.println("  " + text.lines().findFirst().orElse(""));
  }

  /** Something that is worth knowing and nothing wrong. */
  void note(String text) {
    out.println("  note: " + text);
  }

  /** Ends with a summary; returns whether all is well. */
  boolean close() {
    endTable();
    out.println(all == 0 ? "All is well." : all + (all == 1 ? " finding." : " findings."));
    return all == 0;
  }

  private void endTable() {
    if (ofTable > MOST_OF_A_TABLE) {
      out.println("  " + table + ": and " + (ofTable - MOST_OF_A_TABLE) + " more like these");
    }
    ofTable = 0;
  }
}
