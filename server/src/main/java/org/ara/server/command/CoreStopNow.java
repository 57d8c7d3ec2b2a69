package org.ara.server.command;

import java.util.List;
import org.ara.module.Command;

/** {@code core stop now}: ends the server in order, without waiting for calls to end. */
public final class CoreStopNow implements Command {

  private final Runnable stop;

  /**
   * The command.
   *
   * @param stop asks for the end and returns at once
   */
  public CoreStopNow(Runnable stop) {
    this.stop = stop;
  }

  @Override
  public List<String> words() {
    return List.of("core", "stop", "now");
  }

  @Override
  public String summary() {
    return "Shut down immediately";
  }

  @Override
  public String usage() {
    return """
        Usage: core stop now
               Hangs up all calls and ends the server.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    stop.run();
    return Status.SUCCESS;
  }
}
