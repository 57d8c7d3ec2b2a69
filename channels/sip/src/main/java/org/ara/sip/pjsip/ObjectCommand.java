package org.ara.sip.pjsip;

import java.util.List;
import java.util.function.BiFunction;
import org.ara.module.Command;

/** A command that is told by what it does. */
record ObjectCommand(
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
