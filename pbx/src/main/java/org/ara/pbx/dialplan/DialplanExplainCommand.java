package org.ara.pbx.dialplan;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code dialplan explain number@context [from caller]}. */
final class DialplanExplainCommand implements Command {

  private final CurrentDialplan current;

  DialplanExplainCommand(CurrentDialplan current) {
    this.current = current;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "explain");
  }

  @Override
  public String summary() {
    return "Tell what a number means, and why";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan explain <number>@<context> [from <caller's number>]
               Shows everything that the number can mean in the context, in the order
               in which it is tried, rows behind switches included, with what keeps
               it from being taken, and what is taken.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean from = arguments.size() == 3 && arguments.get(1).equals("from");
    int at = arguments.isEmpty() ? -1 : arguments.getFirst().lastIndexOf('@');
    if (at < 1 || !(from || arguments.size() == 1)) {
      return Status.USAGE;
    }
    String number = arguments.getFirst().substring(0, at);
    String context = arguments.getFirst().substring(at + 1);
    DialplanExplainer explainer =
        new DialplanExplainer(
            current.get(), current.globals(), number, from ? arguments.get(2) : "", out);
    return explainer.explain(context) ? Status.SUCCESS : Status.FAILURE;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    int at = prefix.indexOf('@');
    if (arguments.isEmpty() && at >= 0) {
      String number = prefix.substring(0, at + 1);
      return Completion.of(
          prefix, current.get().contexts().stream().map(context -> number + context.name()));
    }
    return arguments.size() == 1 ? Completion.of(prefix, List.of("from").stream()) : List.of();
  }
}
