package org.ara.server.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.ModuleException;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.LogLevel;

/** The commands {@code logger ...}: channels of the log, and what this console shows of it. */
final class LoggerCommands {

  private static final String CHANNEL = "%-35s %-8s %-10s %-9s %s";
  private static final String NOT_A_CONSOLE =
      "Only a console that stays can be asked for that: ./ara -r";

  private final LoggerModule module;
  private final LogHub hub;

  LoggerCommands(LoggerModule module, LogHub hub) {
    this.module = module;
    this.hub = hub;
  }

  List<Command> all() {
    return List.of(
        command(
            "show channels",
            "List where the log goes",
            "",
            0,
            0,
            "Lists the channels of the log and the levels they take.",
            _ -> List.of(),
            this::channels),
        command(
            "show levels",
            "List the levels of the log",
            "",
            0,
            0,
            "Lists the levels that messages of the log have.",
            _ -> List.of(),
            this::levels),
        command(
            "reload",
            "Read logger.conf again",
            "[<alt-conf>]",
            0,
            1,
            "Reads logger.conf, or another file of the configuration directory, and opens\n"
                + "the log files anew.",
            _ -> List.of(),
            this::reload),
        command(
            "rotate",
            "Start new log files",
            "",
            0,
            0,
            "Reads logger.conf again, puts the log files away and starts new ones.",
            _ -> List.of(),
            this::rotate),
        command(
            "mute",
            "Show the log on this console, or no more",
            "[silent]",
            0,
            1,
            "Shows nothing of the log on this console, or shows it again. With silent,\n"
                + "says nothing.",
            arguments -> arguments.isEmpty() ? List.of("silent") : List.of(),
            this::mute),
        command(
            "set level",
            "Choose levels for this console",
            "{debug|notice|warning|error|verbose|dtmf|security|fax} {on|off}",
            2,
            2,
            "Shows messages of a level on this console, or leaves them out.",
            arguments ->
                switch (arguments.size()) {
                  case 0 -> names();
                  case 1 -> List.of("on", "off");
                  default -> List.of();
                },
            this::setLevel),
        command(
            "add channel",
            "Add a channel to the log",
            "<name> <levels>",
            2,
            2,
            "Writes messages of these levels, as notice,warning,verbose(3), to a file in the\n"
                + "log directory as well, until the channel is removed or the server ends.",
            arguments -> arguments.size() == 1 ? names() : List.of(),
            this::add),
        command(
            "remove channel",
            "Remove a channel that was added",
            "<name>",
            1,
            1,
            "Removes a channel that 'logger add channel' made.",
            arguments -> arguments.isEmpty() ? dynamic() : List.of(),
            this::remove));
  }

  private static Command command(
      String words,
      String summary,
      String parameters,
      int fewest,
      int most,
      String help,
      java.util.function.Function<List<String>, List<String>> next,
      LogCommand.Work work) {
    List<String> all = new ArrayList<>(List.of("logger"));
    all.addAll(List.of(words.split(" ")));
    return new LogCommand(all, summary, parameters, help, fewest, most, next, work);
  }

  private Status channels(List<String> arguments, Output out) {
    out.line("Logger queue limit: %d", hub.settings().queueLimit());
    out.line("");
    out.line(CHANNEL, "Channel", "Type", "Formatter", "Status", "Configuration");
    out.line(CHANNEL, "-------", "----", "---------", "------", "-------------");
    for (LogChannel channel : hub.channels()) {
      out.line(
          CHANNEL,
          channel.target().place(),
          channel.target().type(),
          channel.settings().format(),
          channel.target().works() ? "Enabled" : "Disabled",
          levels(channel.settings()));
    }
    ChannelSettings console = hub.console();
    out.line(CHANNEL, "", "Console", console.format(), "Enabled", levels(console));
    return Status.SUCCESS;
  }

  private static String levels(ChannelSettings channel) {
    return " - " + channel.levels() + " ";
  }

  private Status levels(List<String> arguments, Output out) {
    out.line("Number  Level");
    for (LogLevel level : LogLevel.values()) {
      out.line("%6d  %s", level.number(), level);
    }
    return Status.SUCCESS;
  }

  private Status reload(List<String> arguments, Output out) {
    String file = arguments.isEmpty() ? LoggerReader.FILE : arguments.getFirst();
    if (file.contains("/") || file.startsWith(".")) {
      out.line("Failed to reload the logger");
      out.line("%s is not the name of a file in the configuration directory", file);
      return Status.FAILURE;
    }
    try {
      module.plan(file).apply();
      return Status.SUCCESS;
    } catch (ModuleException e) {
      out.line("Failed to reload the logger");
      out.line(String.valueOf(e.getMessage()));
      return Status.FAILURE;
    }
  }

  private Status rotate(List<String> arguments, Output out) {
    try {
      module.rotate();
      return Status.SUCCESS;
    } catch (IOException e) {
      out.line("Failed to reload the logger and rotate log files");
      out.line(String.valueOf(e.getMessage()));
      return Status.FAILURE;
    }
  }

  private Status mute(List<String> arguments, Output out) {
    boolean silent = !arguments.isEmpty();
    if (silent && !arguments.getFirst().equalsIgnoreCase("silent")) {
      return Status.USAGE;
    }
    Optional<ConsoleLog> console = out.log();
    if (console.isEmpty()) {
      out.line(NOT_A_CONSOLE);
      return Status.FAILURE;
    }
    boolean muted = !console.get().isMuted();
    console.get().mute(muted);
    if (!silent) {
      out.line(muted ? "Console is muted." : "Console is not muted anymore.");
    }
    return Status.SUCCESS;
  }

  private Status setLevel(List<String> arguments, Output out) {
    Optional<LogLevel> level = LogLevel.named(arguments.getFirst());
    String state = arguments.get(1).toLowerCase(Locale.ROOT);
    if (level.isEmpty() || !(state.equals("on") || state.equals("off"))) {
      return Status.USAGE;
    }
    Optional<ConsoleLog> console = out.log();
    if (console.isEmpty()) {
      out.line(NOT_A_CONSOLE);
      return Status.FAILURE;
    }
    console.get().show(level.get(), state.equals("on"));
    out.line("Logger status for '%s' has been set to '%s'.", level.get(), state);
    return Status.SUCCESS;
  }

  private Status add(List<String> arguments, Output out) {
    String name = arguments.getFirst();
    try {
      if (hub.add(LoggerReader.channel(hub.directory(), name, arguments.get(1)))) {
        return Status.SUCCESS;
      }
      out.line("Logger channel '%s' already exists", name);
    } catch (IllegalArgumentException e) {
      out.line("Logger channel '%s' cannot be made: %s", name, String.valueOf(e.getMessage()));
    }
    return Status.FAILURE;
  }

  private Status remove(List<String> arguments, Output out) {
    String name = arguments.getFirst();
    if (hub.remove(name).isPresent()) {
      out.line("Removed dynamic logger channel '%s'", name);
      return Status.SUCCESS;
    }
    out.line("Unable to find dynamic logger channel '%s'", name);
    return Status.FAILURE;
  }

  private static List<String> names() {
    return Arrays.stream(LogLevel.values())
        .map(level -> level.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<String> dynamic() {
    return hub.channels().stream()
        .filter(LogChannel::dynamic)
        .map(channel -> channel.settings().name())
        .toList();
  }
}
