package org.ara.realtime.console;

import java.util.List;
import java.util.Set;
import org.ara.module.Command;
import org.ara.realtime.Mapping;
import org.ara.realtime.Realtime;

/** {@code core show config mappings}: which driver keeps which family. */
final class ShowConfigMappings implements Command {

  private final Realtime realtime;

  ShowConfigMappings(Realtime realtime) {
    this.realtime = realtime;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "config", "mappings");
  }

  @Override
  public String summary() {
    return "Show which family is kept where";
  }

  @Override
  public String usage() {
    return """
    Usage: core show config mappings
           Shows, for each loaded driver, the families that extconfig.conf maps to it.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    Set<String> drivers = realtime.drivers();
    if (drivers.isEmpty()) {
      out.line("No config mappings found.");
    }
    for (String driver : drivers) {
      out.line("Config Engine: " + driver);
      for (Mapping mapping : realtime.mappings().reversed()) {
        if (mapping.driver().equalsIgnoreCase(driver)) {
          out.line(
              "===> %s (db=%s, table=%s)", mapping.family(), mapping.database(), mapping.table());
        }
      }
    }
    return Status.SUCCESS;
  }
}
