package org.ara.manager.alias;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** Reads {@code cli_aliases.conf}: which sets of aliases hold, and sets of one's own. */
final class AliasFile {

  static final String NAME = "cli_aliases.conf";

  static final Option<String> TEMPLATE =
      Option.of("template", OptionTypes.text())
          .repeatable()
          .defaultsTo(Templates.USUAL)
          .documented(
              "A set of aliases that holds: a section of the file, or `friendly`, `asterisk12` or"
                  + " `asterisk14`, which are there without one.");

  static final OptionTable GENERAL = OptionTable.of(TEMPLATE);

  private AliasFile() {}

  /** The aliases that hold where there is no file. */
  static Map<String, String> none() {
    return Templates.named(Templates.USUAL).orElse(Map.of());
  }

  /**
   * The aliases that hold, by their names.
   *
   * @param problems takes what is odd
   */
  static Map<String, String> read(Configuration file, List<Problem> problems) {
    OptionValues general =
        file.category("general").map(GENERAL::read).orElseGet(OptionValues::none);
    problems.addAll(general.problems());
    Map<String, String> aliases = new LinkedHashMap<>();
    List<String> templates = new ArrayList<>(general.all(TEMPLATE));
    if (templates.isEmpty()) {
      templates.add(Templates.USUAL);
    }
    for (String name : templates) {
      Optional<Category> section = file.category(name);
      if (section.isPresent()) {
        section.get().variables().forEach(line -> add(line, aliases, problems));
      } else {
        Templates.named(name)
            .ifPresentOrElse(aliases::putAll, () -> problems.add(unknown(file, name)));
      }
    }
    return aliases;
  }

  private static void add(Variable line, Map<String, String> aliases, List<Problem> problems) {
    String alias = String.join(" ", line.name().toLowerCase(Locale.ROOT).strip().split("\\s+"));
    if (alias.isEmpty() || alias.startsWith("_") || line.value().isBlank()) {
      problems.add(
          Problem.warning(line.origin(), "an alias needs a name and a command; it is left out"));
    } else {
      aliases.put(alias, line.value().strip());
    }
  }

  private static Problem unknown(Configuration file, String name) {
    return Problem.warning(
        file.category("general").map(Category::origin).orElseThrow(),
        "there is no section [" + name + "], and no such set of aliases without one");
  }
}
