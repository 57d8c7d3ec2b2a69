package org.ara.server.astdb;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.module.InternalDatabase;
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
    String verb,
    String summary,
    String parameters,
    String help,
    int fewest,
    int most,
    Work work,
    InternalDatabase database)
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

  /** Families, then keys of the family; of {@code showkey} keys alone. */
  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    boolean keysAlone = verb.equals("showkey");
    int parts = parameters.contains("key") ? 2 : 1;
    if (arguments.size() >= (keysAlone ? 1 : parts)) {
      return List.of();
    }
    try {
      String family = arguments.isEmpty() ? "" : "/" + arguments.getFirst();
      Stream<String> paths = database.tree(family).keySet().stream();
      return Completion.of(
          prefix,
          keysAlone
              ? paths.map(path -> path.substring(path.lastIndexOf('/') + 1))
              : paths.map(path -> first(path.substring(family.length() + 1), !family.isEmpty())));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A family's name, or the whole of a key. */
  private static String first(String path, boolean whole) {
    int slash = path.indexOf('/');
    return whole || slash < 0 ? path : path.substring(0, slash);
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
