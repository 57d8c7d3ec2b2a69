package org.ara.manager;

import java.util.List;
import org.ara.module.Command;

/** A command that prints its arguments, one a line, and ends as its first argument says. */
public record EchoCommand(String... name) implements Command {

  @Override
  public List<String> words() {
    return List.of(name);
  }

  @Override
  public String summary() {
    return "Print the arguments";
  }

  @Override
  public String usage() {
    return "Usage: " + String.join(" ", name) + " [argument ...]\n       Prints them.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    arguments.forEach(out::line);
    return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "fail" -> Status.FAILURE;
      case "misuse" -> Status.USAGE;
      case "throw" -> throw new IllegalStateException("as asked");
      default -> Status.SUCCESS;
    };
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return List.of("bob", "boris").stream().filter(word -> word.startsWith(prefix)).toList();
  }
}
