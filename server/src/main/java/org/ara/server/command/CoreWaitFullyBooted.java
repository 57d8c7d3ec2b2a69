package org.ara.server.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ara.module.Command;

/** {@code core waitfullybooted}: answers once every module has started. */
public final class CoreWaitFullyBooted implements Command {

  private final CountDownLatch booted;

  /**
   * The command.
   *
   * @param booted open once they have
   */
  public CoreWaitFullyBooted(CountDownLatch booted) {
    this.booted = booted;
  }

  @Override
  public List<String> words() {
    return List.of("core", "waitfullybooted");
  }

  @Override
  public String summary() {
    return "Wait for Asterisk to be fully booted";
  }

  @Override
  public String usage() {
    return """
        Usage: core waitfullybooted
               Waits until all modules have started.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    try {
      booted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Status.FAILURE;
    }
    out.line("Asterisk has fully booted.");
    return Status.SUCCESS;
  }
}
