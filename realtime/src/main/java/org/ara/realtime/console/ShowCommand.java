package org.ara.realtime.console;

import java.util.List;
import org.ara.module.Command;

/** A command {@code realtime show <what>} without arguments. */
abstract class ShowCommand implements Command {

  private final String what;

  ShowCommand(String what) {
    this.what = what;
  }

  @Override
  public final List<String> words() {
    return List.of("realtime", "show", what);
  }

  @Override
  public final Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    show(out);
    return Status.SUCCESS;
  }

  /** Prints what there is. */
  abstract void show(Output out);
}
