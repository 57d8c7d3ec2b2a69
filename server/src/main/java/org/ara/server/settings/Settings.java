package org.ara.server.settings;

import java.nio.file.Path;
import java.util.List;
import org.ara.config.Problem;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;

/**
 * What the program as a whole is told by {@code asterisk.conf}.
 *
 * @param file the file itself, absolute
 * @param directories where everything is
 * @param controlSocket the console's Unix socket
 * @param socketAccess who may open it
 * @param systemName may be empty
 * @param verbose 0 (quiet) to 10
 * @param debug 0 (none) to 10
 * @param execIncludes whether {@code #exec} is allowed in configuration files
 * @param core what all modules are told
 * @param color whether consoles may use colours
 * @param remoteShell whether {@code ./ara -r} runs shell commands
 * @param problems what was wrong with the file, to be reported once logging is set up
 */
public record Settings(
    Path file,
    Directories directories,
    Path controlSocket,
    SocketAccess socketAccess,
    String systemName,
    int verbose,
    int debug,
    boolean execIncludes,
    CoreOptions core,
    boolean color,
    boolean remoteShell,
    List<Problem> problems) {

  public Settings {
    problems = List.copyOf(problems);
  }

  /** The same with no less logged than that. */
  public Settings withAtLeast(int leastVerbose, int leastDebug) {
    return new Settings(
        file,
        directories,
        controlSocket,
        socketAccess,
        systemName,
        Math.max(verbose, leastVerbose),
        Math.max(debug, leastDebug),
        execIncludes,
        core,
        color,
        remoteShell,
        problems);
  }
}
