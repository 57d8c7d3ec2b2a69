package org.ara.server.log;

import java.util.List;
import java.util.function.Function;
import org.ara.module.Command;

/**
 * A command about the log.
 *
 * @param words its fixed words
 * @param summary one line
 * @param parameters as the usage shows them
 * @param help what it does
 * @param fewest arguments
 * @param most arguments
 * @param next what the argument after these could be
 * @param work does it
 */
record LogCommand(
    List<String> words,
    String summary,
    String parameters,
    String help,
    int fewest,
    int most,
    Function<List<String>, List<String>> next,
    Work work)
    implements Command {

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    Status run(List<String> arguments, Output out);
  }

  @Override
  public String usage() {
    return "Usage: "
        + (String.join(" ", words) + " " + parameters).strip()
        + "\n       "
        + help.replace("\n", "\n       ");
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return arguments.size() < fewest || arguments.size() > most
        ? Status.USAGE
        : work.run(arguments, out);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return next.apply(arguments).stream().filter(word -> word.startsWith(prefix)).toList();
  }
}
