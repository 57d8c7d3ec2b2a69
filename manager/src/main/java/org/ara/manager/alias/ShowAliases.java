package org.ara.manager.alias;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ara.module.Command;

/** {@code cli show aliases}. */
record ShowAliases(Supplier<Map<String, String>> aliases) implements Command {

  private static final String LAYOUT = "%-30s %s";

  @Override
  public List<String> words() {
    return List.of("cli", "show", "aliases");
  }

  @Override
  public String summary() {
    return "Show CLI command aliases";
  }

  @Override
  public String usage() {
    return """
        Usage: cli show aliases
               Shows the further names of commands and what they mean.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line(LAYOUT, "Alias Command", "Real Command");
    aliases.get().forEach((name, meaning) -> out.line(LAYOUT, name, meaning));
    return Status.SUCCESS;
  }
}
