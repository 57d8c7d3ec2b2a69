package org.ara.sip.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.ModuleException;

/** {@code sip reload}: reads sip.conf and rtp.conf again. */
final class Reload implements Command {

  private final Action reload;

  Reload(Action reload) {
    this.reload = reload;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "reload");
  }

  @Override
  public String summary() {
    return "Reload SIP configuration";
  }

  @Override
  public String usage() {
    return """
        Usage: sip reload
               Reloads SIP configuration from sip.conf.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    try {
      reload.run();
      return Status.SUCCESS;
    } catch (ModuleException e) {
      out.line(String.valueOf(e.getMessage()));
      return Status.FAILURE;
    }
  }

  /** What is done. */
  @FunctionalInterface
  interface Action {
    void run() throws ModuleException;
  }
}
