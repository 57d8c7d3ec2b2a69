package org.ara.realtime.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.realtime.Mapping;

/**
 * What {@code extconfig.conf} says: the mappings of its {@code [settings]}, and a warning for each
 * line that is not what its writer probably meant ({@code docs/realtime.md}).
 *
 * @param families the mappings
 * @param problems the warnings, in file order
 */
public record ExtConfig(FamilyMap families, List<Problem> problems) {

  /** The file's name. */
  public static final String FILE = "extconfig.conf";

  /** Files that are read before there is a database, or to get at one. */
  public static final Set<String> NEVER_MAPPED =
      Set.of(FILE, "asterisk.conf", "logger.conf", "modules.conf", "realtime.conf");

  private static final Map<String, List<String>> OBSOLETE =
      Map.of(
          "iaxfriends", List.of("iaxusers", "iaxpeers"),
          "sipfriends", List.of("sipusers", "sippeers"));

  public ExtConfig {
    problems = List.copyOf(problems);
  }

  /** Reads the mappings of a configuration. */
  public static ExtConfig of(Configuration configuration) {
    Reading reading = new Reading();
    Category settings = null;
    for (Category category : configuration.visible()) {
      if (settings == null && category.name().equalsIgnoreCase("settings")) {
        settings = category;
        category.variables().forEach(reading::line);
      } else {
        reading.warn(
            category.origin(),
            "[" + category.name() + "] is ignored: mappings stand in the first [settings]");
      }
    }
    reading.warnOfGaps();
    return new ExtConfig(new FamilyMap(reading.mappings), reading.problems);
  }

  /** The reading of one file. */
  private static final class Reading {
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    void line(Variable line) {
      String family = line.name();
      Origin origin = line.origin();
      if (NEVER_MAPPED.contains(family)) {
        warn(origin, family + " cannot be mapped: it is always read from its file");
        return;
      }
      List<String> fields = MappingLine.fields(line.value(), text -> warn(origin, family, text));
      if (fields.size() < 2) {
        warn(origin, family, "ignored: expected driver,database[,table[,priority]]");
      } else if (fields.getFirst().isBlank()) {
        warn(origin, family, "ignored: there is no driver before the first comma");
      } else {
        mapping(family, fields, origin);
      }
    }

    private void mapping(String family, List<String> fields, Origin origin) {
      if (fields.size() > 4) {
        warn(origin, family, "what follows the fourth comma is ignored");
      }
      String table = fields.size() < 3 ? family : fields.get(2);
      if (table.isEmpty()) {
        warn(origin, family, "the table's name is empty; '" + family + "' is used");
        table = family;
      }
      int priority = fields.size() < 4 ? 1 : priority(family, fields.get(3), origin);
      List<String> current = OBSOLETE.get(family.toLowerCase(Locale.ROOT));
      if (current != null) {
        warn(origin, family, "obsolete; it stands for " + String.join(" and ", current));
      }
      for (String name : current == null ? List.of(family) : current) {
        add(new Mapping(name, fields.get(0), fields.get(1), table, priority, origin));
      }
    }

    private void add(Mapping mapping) {
      for (Mapping earlier : mappings) {
        if (earlier.priority() == mapping.priority()
            && earlier.family().equalsIgnoreCase(mapping.family())) {
          warn(
              mapping.origin(),
              mapping.family(),
              "replaces the mapping with the same priority at " + earlier.origin());
          break;
        }
      }
      mappings.add(mapping);
    }

    private int priority(String family, String text, Origin origin) {
      String digits = text.strip();
      int end = 0;
      while (end < digits.length() && end < 9 && Character.digit(digits.charAt(end), 10) >= 0) {
        end++;
      }
      int priority = end == 0 ? 0 : Integer.parseInt(digits.substring(0, end));
      if (priority < 1 || end < digits.length()) {
        warn(
            origin,
            family,
            "'" + text + "' is not a priority (1, 2, ...); " + Math.max(1, priority) + " is used");
      }
      return Math.max(1, priority);
    }

    private void warnOfGaps() {
      Map<String, List<Mapping>> families = new LinkedHashMap<>();
      FamilyMap held = new FamilyMap(mappings);
      held.families().forEach(family -> families.put(family, held.of(family)));
      families.forEach(
          (family, byPriority) -> {
            int expected = 1;
            for (Mapping mapping : byPriority) {
              if (mapping.priority() != expected) {
                warn(
                    mapping.origin(),
                    mapping.family(),
                    "there is no mapping with priority " + expected + "; the search goes on here");
              }
              expected = mapping.priority() + 1;
            }
          });
    }

    private void warn(Origin origin, String family, String message) {
      warn(origin, "[settings] " + family + ": " + message);
    }

    private void warn(Origin origin, String message) {
      problems.add(Problem.warning(origin, message));
    }
  }
}
