package org.ara.server.tool.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Variable;
import org.ara.realtime.ListValue;

/** The sections of a file as rows of a family, a variable being the column of its name. */
final class FamilyRows {

  private static final Set<String> LISTS =
      Set.of("allow", "disallow", "permit", "deny", "contactpermit", "contactdeny", "setvar");

  private FamilyRows() {}

  /** The families whose rows a file may become. */
  static List<String> families(String file) {
    return switch (file) {
      case "sip.conf" -> List.of("sippeers", "sipusers");
      case "iax.conf" -> List.of("iaxpeers", "iaxusers");
      case "queues.conf" -> List.of("queues", "queue_members");
      case "voicemail.conf" -> List.of("voicemail");
      case "extensions.conf" -> List.of("extensions");
      case "musiconhold.conf" -> List.of("musiconhold");
      default -> List.of();
    };
  }

  /** The sections that are objects. */
  static List<Category> objects(Configuration configuration) {
    return configuration.visible().stream().filter(c -> !isSettings(c.name())).toList();
  }

  /** What stays in the file: sections that hold settings. */
  static List<Category> settings(Configuration configuration) {
    return configuration.visible().stream().filter(c -> isSettings(c.name())).toList();
  }

  static Part of(String family, List<Category> sections, Predicate<Variable> wanted) {
    return new Part(
        family,
        List.of(),
        List.of("name"),
        () -> sections.stream().map(section -> row(section, wanted)),
        sections.size());
  }

  /** Peers and users are told apart by their type; a friend is both. */
  static List<Category> ofType(List<Category> sections, String type) {
    return sections.stream()
        .filter(
            section ->
                section
                    .last("type")
                    .map(t -> t.equalsIgnoreCase(type) || t.equalsIgnoreCase("friend"))
                    .orElse(true))
        .toList();
  }

  private static TableRow row(Category section, Predicate<Variable> wanted) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("name", ListValue.encode(section.name()));
    for (Variable variable : section.variables()) {
      String column = variable.name().toLowerCase(Locale.ROOT).replace('-', '_');
      if (wanted.test(variable) && !column.equals("name")) {
        String value = ListValue.encode(variable.value());
        fields.merge(
            column, value, (before, now) -> LISTS.contains(column) ? before + ";" + now : now);
      }
    }
    return new TableRow(fields, section.origin());
  }

  /** Whether a section of that name holds settings. */
  static boolean isSettings(String section) {
    return Set.of("general", "globals", "authentication", "zonemessages")
        .contains(section.toLowerCase(Locale.ROOT));
  }
}
