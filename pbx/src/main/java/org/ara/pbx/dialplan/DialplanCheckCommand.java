package org.ara.pbx.dialplan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code dialplan check [context]}: the rows behind switches that are set aside. */
final class DialplanCheckCommand implements Command {

  private final CurrentDialplan current;

  DialplanCheckCommand(CurrentDialplan current) {
    this.current = current;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "check");
  }

  @Override
  public String summary() {
    return "List rows of the dialplan that cannot be run";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan check [context]
               Reads the rows behind the switches of one context, or of all contexts,
               and lists those that are set aside because they cannot be run.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() > 1) {
      return Status.USAGE;
    }
    Dialplan dialplan = current.get();
    Collection<Context> checked = dialplan.contexts();
    if (!arguments.isEmpty()) {
      Optional<Context> named = dialplan.context(arguments.getFirst());
      if (named.isEmpty()) {
        out.line("There is no existence of '" + arguments.getFirst() + "' context");
        return Status.FAILURE;
      }
      checked = List.of(named.get());
    }
    SwitchAnswers switches = new SwitchAnswers(dialplan, current.globals());
    int faults = 0;
    int lines = 0;
    for (Context context : checked) {
      for (SwitchLine line : context.switches()) {
        lines++;
        for (String fault : switches.faults(line, context)) {
          faults++;
          out.line("%s", "[" + context.name() + "] switch => " + line + ": " + fault);
        }
      }
    }
    out.line("%d switches asked, %d faults", lines, faults);
    return faults == 0 ? Status.SUCCESS : Status.FAILURE;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, current.get().contexts().stream().map(Context::name))
        : List.of();
  }
}
