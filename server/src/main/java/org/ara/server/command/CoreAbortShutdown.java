package org.ara.server.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.server.stop.Shutdown;

/** {@code core abort shutdown}: calls off a stop or restart that waits. */
final class CoreAbortShutdown implements Command {

  private final Shutdown shutdown;

  CoreAbortShutdown(Shutdown shutdown) {
    this.shutdown = shutdown;
  }

  @Override
  public List<String> words() {
    return List.of("core", "abort", "shutdown");
  }

  @Override
  public String summary() {
    return "Cancel a running shutdown";
  }

  @Override
  public String usage() {
    return """
        Usage: core abort shutdown
               Calls off a stop or restart that waits for calls to end; new calls are
               taken again.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    if (shutdown.abort()) {
      return Status.SUCCESS;
    }
    out.line("There is no shutdown that waits.");
    return Status.FAILURE;
  }
}
