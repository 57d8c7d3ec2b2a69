package org.ara.server.tool.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ara.driver.sql.schema.Finding;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.realtime.ListValue;
import org.ara.server.tool.table.Target;

/**
 * Rows of {@code extensions}: steps that no call reaches, patterns that are not what they seem, and
 * where steps go to.
 */
final class DialplanRows {

  private final String table;
  private final List<String> families;
  private final References references;
  private final Consumer<Finding> findings;
  private final Map<String, Map<String, TreeMap<Integer, Integer>>> contexts =
      new LinkedHashMap<>();

  DialplanRows(Target target, References references, Consumer<Finding> findings) {
    this.table = target.table();
    this.families = target.families();
    this.references = references;
    this.findings = findings;
  }

  void row(Map<String, String> row) {
    String context = row.getOrDefault("context", "");
    String exten = row.getOrDefault("exten", "");
    references.row(families, context);
    number(row.getOrDefault("priority", ""), context, exten)
        .ifPresent(
            priority -> {
              contexts
                  .computeIfAbsent(context, c -> new LinkedHashMap<>())
                  .computeIfAbsent(exten, e -> new TreeMap<>())
                  .merge(priority, 1, Integer::sum);
              targets(context, exten, priority, row);
            });
  }

  private void targets(String context, String exten, int priority, Map<String, String> row) {
    String app = ListValue.decode(row.getOrDefault("app", ""));
    String arguments = ListValue.decode(row.getOrDefault("appdata", ""));
    for (String target : JumpTargets.contexts(app, arguments)) {
      references.context(
          target,
          table + ": " + at(context, exten) + ": " + app + " goes to the context '" + target + "'",
          "UPDATE "
              + table
              + " SET appdata = '...' "
              + where(context, exten)
              + " AND priority = "
              + priority
              + ";");
    }
  }

  /** What can only be said when all rows are known. */
  void end() {
    contexts.forEach(
        (context, extensions) -> {
          extensions.forEach((exten, steps) -> steps(context, exten, steps));
          patterns(context, extensions);
        });
  }

  private Optional<Integer> number(String text, String context, String exten) {
    try {
      int priority = Integer.parseInt(text.strip());
      if (priority > 0) {
        return Optional.of(priority);
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers that are no priorities.
    }
    findings.accept(
        Finding.advised(
            at(context, exten) + ": '" + text + "' is not a priority (1, 2, ...)",
            "UPDATE " + table + " SET priority = ... " + where(context, exten) + ";"));
    return Optional.empty();
  }

  private void steps(String context, String exten, TreeMap<Integer, Integer> steps) {
    int expected = 1;
    for (Map.Entry<Integer, Integer> step : steps.entrySet()) {
      int priority = step.getKey();
      if (step.getValue() > 1) {
        findings.accept(
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
        findings.accept(
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
        findings.accept(
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
  private void patterns(String context, Map<String, TreeMap<Integer, Integer>> extensions) {
    Map<Pattern, String> known = new LinkedHashMap<>();
    for (String name : extensions.keySet()) {
      Pattern pattern =
          Pattern.parse(
              name,
              warning ->
                  findings.accept(
                      Finding.advised(
                          at(context, name) + ": " + warning,
                          "UPDATE " + table + " SET exten = '...' " + where(context, name) + ";")));
      String same = known.putIfAbsent(pattern, name);
      if (same != null) {
        findings.accept(
            Finding.advised(
                at(context, name) + " is the same extension as '" + same + "': one hides the other",
                "DELETE FROM " + table + " " + where(context, name) + ";"));
      }
    }
    for (String name : extensions.keySet()) {
      hider(name, known).ifPresent(by -> hidden(context, name, by, extensions));
    }
  }

  /**
   * The name that is tried before a pattern and matches all that it does. More specific patterns
   * are tried first, so there are two ways only: the same pattern followed by {@code !}, and the
   * number itself where a pattern has no letter that stands for others.
   */
  private static Optional<String> hider(String name, Map<Pattern, String> known) {
    if (!name.startsWith("_") || name.endsWith("!") || name.endsWith(".")) {
      return Optional.empty();
    }
    String open = known.get(Pattern.parse(name + "!", warning -> {}));
    boolean plain = name.substring(1).matches("[0-9A-MO-WYa-mo-wy*#+]+");
    String number = plain ? known.get(Pattern.parse(name.substring(1), warning -> {})) : null;
    return Optional.ofNullable(number == null ? open : number);
  }

  private void hidden(
      String context, String name, String by, Map<String, TreeMap<Integer, Integer>> extensions) {
    Set<Integer> both = new TreeSet<>(extensions.getOrDefault(name, new TreeMap<>()).keySet());
    both.retainAll(extensions.getOrDefault(by, new TreeMap<>()).keySet());
    if (!both.isEmpty()) {
      String steps = String.join(", ", both.stream().map(String::valueOf).toList());
      findings.accept(
          Finding.advised(
              at(context, name)
                  + ": '"
                  + by
                  + "' is tried first and matches all that it does, so no call reaches priority "
                  + steps,
              "DELETE FROM "
                  + table
                  + " "
                  + where(context, name)
                  + " AND priority IN ("
                  + steps
                  + ");"));
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
