package org.ara.server.tool.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ara.driver.sql.schema.Finding;
import org.ara.pbx.dialplan.pattern.Pattern;

/**
 * Rows of {@code extensions}: steps that no call reaches, and patterns that are not what they seem.
 */
final class DialplanRows {

  private final String table;

  DialplanRows(String table) {
    this.table = table;
  }

  List<Finding> findings(List<Map<String, String>> rows) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Map<String, TreeMap<Integer, Integer>>> contexts = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String context = row.getOrDefault("context", "");
      String exten = row.getOrDefault("exten", "");
      number(row.getOrDefault("priority", ""), context, exten, findings)
          .ifPresent(
              priority ->
                  contexts
                      .computeIfAbsent(context, c -> new LinkedHashMap<>())
                      .computeIfAbsent(exten, e -> new TreeMap<>())
                      .merge(priority, 1, Integer::sum));
    }
    contexts.forEach(
        (context, extensions) -> {
          extensions.forEach((exten, steps) -> steps(context, exten, steps, findings));
          patterns(context, List.copyOf(extensions.keySet()), findings);
        });
    return findings;
  }

  private Optional<Integer> number(
      String text, String context, String exten, List<Finding> findings) {
    try {
      int priority = Integer.parseInt(text.strip());
      if (priority > 0) {
        return Optional.of(priority);
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers that are no priorities.
    }
    findings.add(
        Finding.advised(
            at(context, exten) + ": '" + text + "' is not a priority (1, 2, ...)",
            "UPDATE " + table + " SET priority = ... " + where(context, exten) + ";"));
    return Optional.empty();
  }

  private void steps(
      String context, String exten, TreeMap<Integer, Integer> steps, List<Finding> findings) {
    int expected = 1;
    for (Map.Entry<Integer, Integer> step : steps.entrySet()) {
      int priority = step.getKey();
      if (step.getValue() > 1) {
        findings.add(
            Finding.advised(
                at(context, exten) + ": " + step.getValue() + " rows have priority " + priority,
                "SELECT * FROM "
                    + table
                    + " "
                    + where(context, exten)
                    + " AND priority = "
                    + priority
                    + ";"));
      }
      if (expected == 1 && priority != 1) {
        findings.add(
            Finding.advised(
                at(context, exten) + " has no priority 1: no call begins there",
                "UPDATE "
                    + table
                    + " SET priority = 1 "
                    + where(context, exten)
                    + " AND priority = "
                    + priority
                    + ";"));
      } else if (priority != expected) {
        findings.add(
            Finding.advised(
                at(context, exten)
                    + " has no priority "
                    + expected
                    + ": a call that gets there ends, "
                    + priority
                    + " and later are reached by jumps only",
                "UPDATE " + table + " SET priority = ... " + where(context, exten) + ";"));
      }
      expected = priority + 1;
    }
  }

  /** Names that are the same extension hide one another; a broken set matches nothing. */
  private void patterns(String context, List<String> names, List<Finding> findings) {
    Map<Pattern, String> known = new LinkedHashMap<>();
    for (String name : names) {
      Pattern pattern =
          Pattern.parse(
              name,
              warning ->
                  findings.add(
                      Finding.advised(
                          at(context, name) + ": " + warning,
                          "UPDATE " + table + " SET exten = '...' " + where(context, name) + ";")));
      String same = known.putIfAbsent(pattern, name);
      if (same != null) {
        findings.add(
            Finding.advised(
                at(context, name) + " is the same extension as '" + same + "': one hides the other",
                "DELETE FROM " + table + " " + where(context, name) + ";"));
      }
    }
  }

  private static String at(String context, String exten) {
    return "extension '" + exten + "' in context '" + context + "'";
  }

  private static String where(String context, String exten) {
    return "WHERE context = "
        + PhoneRows.literal(context)
        + " AND exten = "
        + PhoneRows.literal(exten);
  }
}
