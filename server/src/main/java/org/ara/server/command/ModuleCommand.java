package org.ara.server.command;

import java.util.List;
import java.util.function.Predicate;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.module.ModuleState;
import org.ara.module.Modules;

/** A command whose arguments are names of modules. */
abstract class ModuleCommand implements Command {

  final Modules modules;

  ModuleCommand(Modules modules) {
    this.modules = modules;
  }

  /** Whether the command can be used on that module. */
  abstract boolean suits(ModuleState state);

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return names(arguments, prefix);
  }

  /** The names that begin so, but for those that are there already. */
  final List<String> names(List<String> arguments, String prefix) {
    Predicate<ModuleState> suits = this::suits;
    return Completion.of(
        prefix,
        modules.states().stream()
            .filter(suits)
            .map(ModuleState::file)
            .filter(file -> !arguments.contains(file)));
  }

  /** Says what became of a request. */
  static Status say(Modules.Answer answer, Output out) {
    out.line(answer.message());
    return answer.done() ? Status.SUCCESS : Status.FAILURE;
  }
}
