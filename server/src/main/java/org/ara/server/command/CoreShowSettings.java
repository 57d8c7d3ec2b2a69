package org.ara.server.command;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.ara.manager.Version;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.ServerFacts;
import org.ara.module.log.ServerLog;
import org.ara.pbx.Pbx;
import org.ara.realtime.Realtime;
import org.ara.server.loader.ModuleLoader;
import org.ara.server.settings.Settings;

/** {@code core show settings}: what {@code asterisk.conf} and the process came to. */
public final class CoreShowSettings implements Command {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Settings settings;
  private final ServerFacts facts;
  private final ModuleLoader loader;

  public CoreShowSettings(Settings settings, ServerFacts facts, ModuleLoader loader) {
    this.settings = settings;
    this.facts = facts;
    this.loader = loader;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "settings");
  }

  @Override
  public String summary() {
    return "Show some core settings";
  }

  @Override
  public String usage() {
    return """
        Usage: core show settings
               Shows options, limits, subsystems and directories of the server.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line("");
    out.line("PBX Core settings");
    out.line("-----------------");
    core(out);
    out.line("");
    out.line("* Subsystems");
    out.line("  -------------");
    subsystems(out);
    out.line("");
    out.line("* Directories");
    out.line("  -------------");
    directories(out);
    out.line("");
    return Status.SUCCESS;
  }

  private void core(Output out) {
    item(out, "Version", Version.current().asterisk());
    item(out, "Java", Runtime.version().toString());
    item(out, "Maximum calls", calls());
    item(out, "Maximum open file handles", openFiles());
    Optional<ServerLog> log = loader.offered(ServerLog.class);
    int root = log.map(ServerLog::rootVerbose).orElse(settings.verbose());
    item(out, "Root console verbosity", Integer.toString(root));
    out.log()
        .ifPresent(
            here -> item(out, "Current console verbosity", Integer.toString(here.verbose())));
    int debug = log.map(ServerLog::debug).orElse(settings.debug());
    item(out, "Debug level", Integer.toString(debug));
    item(
        out,
        "Maximum load average",
        settings.core().maxLoad() == 0 ? "Not set" : Double.toString(settings.core().maxLoad()));
    item(out, "Startup time", TIME.format(facts.started()));
    Instant reloaded = facts.reloaded();
    item(out, "Last reload time", TIME.format(reloaded));
    item(
        out,
        "System",
        "%s/%s on %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    item(out, "System name", settings.systemName());
    item(out, "Default language", settings.core().defaultLanguage());
    item(out, "User name", System.getProperty("user.name"));
    item(out, "Executable includes", settings.execIncludes() ? "Enabled" : "Disabled");
    item(out, "Remote console shell", settings.remoteShell() ? "Enabled" : "Disabled");
  }

  private String calls() {
    int maximum = settings.core().maxCalls();
    int now = loader.offered(Pbx.class).map(pbx -> pbx.admission().calls()).orElse(0);
    return (maximum == 0 ? "Not set" : Integer.toString(maximum)) + " (Current " + now + ")";
  }

  private static String openFiles() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? Long.toString(unix.getMaxFileDescriptorCount())
        : "Not known";
  }

  private void subsystems(Output out) {
    Optional<Realtime> realtime = loader.offered(Realtime.class);
    item(out, "Manager (AMI)", enabled(runs("manager.so")));
    item(
        out,
        "Realtime Architecture (ARA)",
        enabled(realtime.filter(r -> !r.mappings().isEmpty()).isPresent()));
  }

  private boolean runs(String module) {
    return loader.states().stream()
        .anyMatch(state -> state.running() && state.file().equals(module));
  }

  private static String enabled(boolean yes) {
    return yes ? "Enabled" : "Disabled";
  }

  private void directories(Output out) {
    Directories directories = settings.directories();
    item(out, "Configuration file", settings.file().toString());
    item(out, "Configuration directory", directories.etc().toString());
    item(out, "Module directory", directories.modules().toString());
    item(out, "Spool directory", directories.spool().toString());
    item(out, "Log directory", directories.log().toString());
    item(out, "Run directory", directories.run().toString());
    item(out, "Data directory", directories.data().toString());
    item(out, "Var library directory", directories.varLib().toString());
    item(out, "Internal database directory", directories.database().toString());
    item(out, "Control socket", settings.controlSocket().toString());
  }

  private static void item(Output out, String label, String value) {
    out.line("  %-28s %s", label + ":", value);
  }
}
