package org.ara.server.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ara.server.log.Logging;
import org.jspecify.annotations.Nullable;

/** Finds the tool that the launcher was asked for and runs it. */
public final class ToolMain {

  private final Map<String, Tool> tools = new TreeMap<>();

  ToolMain(List<Tool> tools) {
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
  }

  /**
   * {@code --home DIRECTORY TOOL [-C FILE] [ARGUMENT ...]}. Exits with 0 if all is well, 1 if not,
   * 2 for wrong arguments.
   */
  public static void main(String[] arguments) {
    Logging logging = Logging.takeOver(false);
    logging.terminal(System.err::println);
    int status = new ToolMain(Tools.ALL).run(List.of(arguments), new Streams());
    logging.close();
    System.exit(status);
  }

  /** Runs a command line and answers its exit status. */
  int run(List<String> arguments, Streams streams) {
    List<String> rest = new ArrayList<>(arguments);
    String home = take("--home", rest);
    String configuration = take("-C", rest);
    Tool tool = rest.isEmpty() ? null : tools.get(rest.removeFirst());
    if (tool == null) {
      streams.err().println("ara: there are the tools " + String.join(", ", tools.keySet()));
      return 2;
    }
    Path data = Path.of(home == null ? "var" : home);
    Path file = configuration == null ? data.resolve("etc/asterisk.conf") : Path.of(configuration);
    Surroundings surroundings =
        new Surroundings(
            file.toAbsolutePath().normalize(), streams.out(), streams.err(), streams.terminal());
    try {
      return tool.run(List.copyOf(rest), surroundings);
    } catch (IllegalArgumentException e) {
      streams.err().println("ara " + tool.name() + ": " + e.getMessage());
      streams.err().println("Usage: ara " + tool.usage());
      return 2;
    } catch (ToolException e) {
      streams.err().println("ara " + tool.name() + ": " + e.getMessage());
      return 1;
    }
  }

  /** Takes an option and its value out of the arguments. */
  private static @Nullable String take(String option, List<String> arguments) {
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      if (rest.next().equals(option)) {
        rest.remove();
        if (rest.hasNext()) {
          String value = rest.next();
          rest.remove();
          return value;
        }
      }
    }
    return null;
  }
}
