package org.ara.config.option;

import java.util.List;

/** Renders an {@link OptionTable} as a Markdown table for the documentation. */
public final class ReferencePage {

  private ReferencePage() {}

  /** A table with one line per option, in the order they were declared; ends with a line end. */
  public static String markdown(OptionTable table) {
    StringBuilder page = new StringBuilder(256);
    page.append("| Option | Values | Default | Since | Meaning |\n");
    page.append("|---|---|---|---|---|\n");
    table.options().forEach(option -> page.append(row(option)));
    return page.toString();
  }

  private static <T> String row(Option<T> option) {
    List<String> cells =
        List.of(
            names(option),
            option.isSupported() ? values(option) : "",
            option.defaultValue().map(value -> code(option.type().render(value))).orElse(""),
            option.since(),
            option.isSupported()
                ? option.documentation()
                : "No effect here: " + option.documentation());
    return "| " + String.join(" | ", cells.stream().map(ReferencePage::escaped).toList()) + " |\n";
  }

  private static String names(Option<?> option) {
    StringBuilder names = new StringBuilder(code(option.name()));
    option.aliases().forEach(alias -> names.append(", ").append(code(alias)));
    return names.toString();
  }

  private static String values(Option<?> option) {
    return option.type().expected() + (option.isRepeatable() ? ", repeatable" : "");
  }

  private static String code(String text) {
    return text.isEmpty() ? "(empty)" : "`" + text + "`";
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
