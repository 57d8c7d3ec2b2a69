package org.ara.pbx.dialplan;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.OwnReload;

/** {@code dialplan reload}. */
final class DialplanReloadCommand implements Command {

  private final OwnReload reload;

  DialplanReloadCommand(OwnReload reload) {
    this.reload = reload;
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
    ModuleReload done = reload.run();
    return switch (done.result()) {
      case RELOADED -> {
        out.line("Dialplan reloaded.");
        yield Status.SUCCESS;
      }
      case QUEUED -> {
        out.line(done.result().message(done.module()));
        yield Status.SUCCESS;
      }
      case REFUSED, BUSY, UNKNOWN, NOT_RUNNING, UNSUPPORTED -> {
        String why = done.reason().orElseGet(() -> done.result().message(done.module()));
        out.line("Dialplan not reloaded: " + why);
        yield Status.FAILURE;
      }
    };
  }
}
