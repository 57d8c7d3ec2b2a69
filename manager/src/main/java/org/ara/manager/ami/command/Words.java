package org.ara.manager.ami.command;

import java.util.List;
import java.util.function.BiFunction;
import org.ara.module.Command;

/** A command that one method runs. */
record Words(
    List<String> words,
    String summary,
    String usage,
    BiFunction<List<String>, Command.Output, Command.Status> work)
    implements Command {

  @Override
  public Status execute(List<String> arguments, Output out) {
    return work.apply(arguments, out);
  }
}
