package org.ara.manager.command;

import java.util.List;
import org.ara.manager.Version;
import org.ara.module.Command;

/** {@code core show version}: one line that begins like Asterisk's, since clients parse it. */
public final class CoreShowVersion implements Command {

  private final Version version;

  public CoreShowVersion(Version version) {
    this.version = version;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "version");
  }

  @Override
  public String summary() {
    return "Display version info";
  }

  @Override
  public String usage() {
    return """
        Usage: core show version
               Shows the version of Ara and of the Asterisk it follows.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line(
        "Asterisk %s built by ara @ ara on a %s running %s on %s",
        version.asterisk(),
        System.getProperty("os.arch"),
        System.getProperty("os.name"),
        version.date());
    return Status.SUCCESS;
  }
}
