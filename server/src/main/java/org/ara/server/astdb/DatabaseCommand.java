package org.ara.server.astdb;

import java.io.IOException;
import java.util.List;
import org.ara.module.Command;
import org.ara.module.VisibleText;

/**
 * A command {@code database <verb> ...}.
 *
 * @param verb its second word
 * @param summary one line
 * @param parameters as the usage shows them
 * @param help what it does
 * @param fewest arguments
 * @param most arguments
 * @param work does it
 */
record DatabaseCommand(
    String verb, String summary, String parameters, String help, int fewest, int most, Work work)
    implements Command {

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    Status run(List<String> arguments, Output out) throws IOException;
  }

  @Override
  public List<String> words() {
    return List.of("database", verb);
  }

  @Override
  public String usage() {
    return "Usage: database " + (verb + " " + parameters).strip() + "\n       " + help;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() < fewest || arguments.size() > most) {
      return Status.USAGE;
    }
    try {
      return work.run(arguments, out);
    } catch (IOException e) {
      out.line("Database unavailable: " + VisibleText.line(String.valueOf(e.getMessage())));
      return Status.FAILURE;
    }
  }
}
