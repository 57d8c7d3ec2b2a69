package org.ara.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.module.Command;

/** A command under another name, with what follows that name as further arguments. */
public final class Alias implements Command {

  private final CommandRegistry registry;
  private final List<String> words;
  private final List<String> meaning;

  /**
   * An alias. What it means need not be there; it is looked for at each use.
   *
   * @param words its name, in lower case
   * @param meaning the command's words, perhaps with arguments
   */
  Alias(CommandRegistry registry, List<String> words, List<String> meaning) {
    this.registry = registry;
    this.words = List.copyOf(words);
    this.meaning = List.copyOf(meaning);
  }

  @Override
  public List<String> words() {
    return words;
  }

  /** What is run in its place. */
  public List<String> meaning() {
    return meaning;
  }

  @Override
  public String summary() {
    return "Alias for '" + String.join(" ", meaning) + "'";
  }

  @Override
  public String usage() {
    return target(List.of()).map(Command::usage).orElseGet(() -> "Usage: " + absent());
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    Optional<Command> target = target(arguments);
    if (target.isEmpty()) {
      out.line(absent());
      return Status.FAILURE;
    }
    return target.get().execute(rest(target.get(), arguments), out);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return target(arguments)
        .map(command -> command.complete(rest(command, arguments), prefix))
        .orElse(List.of());
  }

  /** The command that this line means; never another alias. */
  private Optional<Command> target(List<String> arguments) {
    return registry.find(line(arguments)).filter(command -> !(command instanceof Alias));
  }

  private List<String> rest(Command command, List<String> arguments) {
    List<String> line = line(arguments);
    return List.copyOf(line.subList(command.words().size(), line.size()));
  }

  List<String> line(List<String> arguments) {
    List<String> line = new ArrayList<>(meaning);
    line.addAll(arguments);
    return line;
  }

  private String absent() {
    return "'%s' is an alias for '%s', which is no command here"
        .formatted(String.join(" ", words), String.join(" ", meaning));
  }
}
