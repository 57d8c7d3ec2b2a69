package org.ara.sip.command;

import java.util.List;
import org.ara.module.Command;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.OwnReload;

/** {@code sip reload}: reads sip.conf and rtp.conf again. */
final class Reload implements Command {

  private final OwnReload reload;

  Reload(OwnReload reload) {
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
    ModuleReload done = reload.run();
    return switch (done.result()) {
      case RELOADED -> Status.SUCCESS;
      case QUEUED -> {
        out.line(done.result().message(done.module()));
        yield Status.SUCCESS;
      }
      case BUSY -> {
        out.line("Previous SIP reload not yet done");
        yield Status.FAILURE;
      }
      case REFUSED, UNKNOWN, NOT_RUNNING, UNSUPPORTED -> {
        out.line(done.reason().orElseGet(() -> done.result().message(done.module())));
        yield Status.FAILURE;
      }
    };
  }
}
