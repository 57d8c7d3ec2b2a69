package org.ara.pbx.dialplan;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.ModuleException;

/** {@code dialplan reload}. */
final class DialplanReloadCommand implements Command {

  private final DialplanModule module;

  DialplanReloadCommand(DialplanModule module) {
    this.module = module;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "reload");
  }

  @Override
  public String summary() {
    return "Reload extensions and *only* extensions";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan reload
               Reads extensions.conf again, and nothing else. A file that cannot be
               used leaves the running dialplan in force.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    try {
      module.reload();
      out.line("Dialplan reloaded.");
      return Status.SUCCESS;
    } catch (ModuleException e) {
      out.line("Dialplan not reloaded: " + e.getMessage());
      return Status.FAILURE;
    }
  }
}
