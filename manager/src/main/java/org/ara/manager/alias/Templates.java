package org.ara.manager.alias;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sets of aliases that are there without a file. */
final class Templates {

  /** The one that holds where none is named. */
  static final String USUAL = "friendly";

  private static final String FRIENDLY =
      """
      help = core show help
      hangup request = channel request hangup
      """;

  private static final String ASTERISK_14 =
      """
      help = core show help
      stop now = core stop now
      stop gracefully = core stop gracefully
      stop when convenient = core stop when convenient
      restart now = core restart now
      restart gracefully = core restart gracefully
      restart when convenient = core restart when convenient
      abort halt = core abort shutdown
      soft hangup = channel request hangup
      """;

  private static final String ASTERISK_12 =
      ASTERISK_14
          + """
      show application = core show application
      show applications = core show applications
      show channel = core show channel
      show channels = core show channels
      show dialplan = dialplan show
      show function = core show function
      show functions = core show functions
      show manager command = manager show command
      show manager commands = manager show commands
      show manager connected = manager show connected
      show manager users = manager show users
      show modules = module show
      show uptime = core show uptime
      show version = core show version
      load = module load
      unload = module unload
      """;

  private Templates() {}

  /** The aliases of a set, with what they mean. */
  static Optional<Map<String, String>> named(String name) {
    return switch (name) {
      case USUAL -> Optional.of(parse(FRIENDLY));
      case "asterisk12" -> Optional.of(parse(ASTERISK_12));
      case "asterisk14" -> Optional.of(parse(ASTERISK_14));
      default -> Optional.empty();
    };
  }

  private static Map<String, String> parse(String lines) {
    Map<String, String> aliases = new LinkedHashMap<>();
    lines.lines().map(line -> line.split(" = ")).forEach(parts -> aliases.put(parts[0], parts[1]));
    return aliases;
  }
}
