package org.ara.manager.command;

import java.util.List;
import java.util.Locale;
import org.ara.manager.CommandRegistry;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code core show help [topic]}: every command, those that begin with the topic, or its usage. */
public final class CoreShowHelp implements Command {

  private final CommandRegistry registry;

  public CoreShowHelp(CommandRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "help");
  }

  @Override
  public String summary() {
    return "Display help list, or specific help on a command";
  }

  @Override
  public String usage() {
    return """
        Usage: core show help [topic]
               Lists all commands, or those that begin with the topic. A topic that
               is a whole command shows how it is used.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    String topic = String.join(" ", arguments).toLowerCase(Locale.ROOT);
    List<Command> matching =
        registry.all().stream().filter(command -> name(command).startsWith(topic)).toList();
    if (matching.isEmpty()) {
      out.line("No such command '%s'.", String.join(" ", arguments));
      return Status.FAILURE;
    }
    if (matching.stream().anyMatch(command -> name(command).equals(topic))) {
      matching.stream()
          .filter(command -> name(command).equals(topic))
          .forEach(command -> command.usage().lines().forEach(out::line));
      return Status.SUCCESS;
    }
    matching.forEach(command -> out.line("%-30s -- %s", name(command), command.summary()));
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return Completion.of(
        prefix,
        registry.all().stream()
            .map(Command::words)
            .filter(words -> words.size() > arguments.size())
            .filter(words -> words.subList(0, arguments.size()).equals(arguments))
            .map(words -> words.get(arguments.size())));
  }

  private static String name(Command command) {
    return String.join(" ", command.words());
  }
}
