package org.ara.pbx.console;

import java.util.List;
import org.ara.module.Command;
import org.ara.pbx.Pbx;

/** {@code core show calls}. */
public final class ShowCalls implements Command {

  private final Pbx pbx;

  public ShowCalls(Pbx pbx) {
    this.pbx = pbx;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "calls");
  }

  @Override
  public String summary() {
    return "Display information on calls";
  }

  @Override
  public String usage() {
    return "Usage: core show calls\n       Counts the calls that are active and those since the start.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    Totals.printCalls(pbx, out);
    return Status.SUCCESS;
  }
}
