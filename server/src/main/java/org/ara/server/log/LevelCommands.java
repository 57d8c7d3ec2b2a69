package org.ara.server.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.Modules;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.VerboseLog;

/** {@code core set verbose} and {@code core set debug}: how much a console shows and is logged. */
final class LevelCommands {

  private final LogHub hub;
  private final Modules modules;

  LevelCommands(LogHub hub, Modules modules) {
    this.hub = hub;
    this.modules = modules;
  }

  List<Command> all() {
    return List.of(
        new LogCommand(
            List.of("core", "set", "verbose"),
            "Set how much of calls this console shows",
            "[atleast] <level> [silent] | off",
            "Shows verbose messages up to this number on this console, 0 or off for none;\n"
                + "3 shows the steps of calls. With atleast, never fewer than now; with silent,\n"
                + "says nothing.",
            1,
            3,
            arguments -> arguments.isEmpty() ? List.of("atleast", "off") : List.of(),
            this::verbose),
        new LogCommand(
            List.of("core", "set", "debug"),
            "Set how much is logged to find faults",
            "[atleast] <level> [<module>] | off [<module>]",
            "Above 0, debug messages are logged: all, or those of one module or part of Ara,\n"
                + "such as sip. Consoles and files show them where they take the level debug.",
            1,
            3,
            arguments -> arguments.isEmpty() ? List.of("atleast", "off") : List.of(),
            this::debug));
  }

  /** What was asked for: a level, and what stands behind it. */
  private record Wish(boolean atLeast, int level, List<String> rest) {

    static Optional<Wish> of(List<String> arguments) {
      boolean atLeast = arguments.getFirst().equalsIgnoreCase("atleast");
      List<String> words = atLeast ? arguments.subList(1, arguments.size()) : arguments;
      if (words.isEmpty()) {
        return Optional.empty();
      }
      OptionalInt level = level(words.getFirst());
      return level.isEmpty()
          ? Optional.empty()
          : Optional.of(new Wish(atLeast, level.getAsInt(), words.subList(1, words.size())));
    }

    private static OptionalInt level(String word) {
      if (word.equalsIgnoreCase("off")) {
        return OptionalInt.of(0);
      }
      return word.matches("[0-9]{1,4}")
          ? OptionalInt.of(Math.min(Integer.parseInt(word), VerboseLog.MOST))
          : OptionalInt.empty();
    }

    int from(int now) {
      return atLeast ? Math.max(now, level) : level;
    }
  }

  private Status verbose(List<String> arguments, Output out) {
    Optional<Wish> wish = Wish.of(arguments);
    List<String> rest = wish.map(Wish::rest).orElse(List.of("?"));
    boolean silent = rest.size() == 1 && rest.getFirst().equalsIgnoreCase("silent");
    if (wish.isEmpty() || !(rest.isEmpty() || silent)) {
      return Status.USAGE;
    }
    Optional<ConsoleLog> console = out.log();
    int before = console.map(ConsoleLog::verbose).orElseGet(hub.rootVerbose()::get);
    int after = wish.get().from(before);
    if (console.isPresent()) {
      console.get().showVerbose(after);
    } else {
      hub.rootVerbose().set(after);
      hub.watchersChanged();
    }
    if (!silent) {
      out.line(changed("Console verbose", before, after));
    }
    return Status.SUCCESS;
  }

  private Status debug(List<String> arguments, Output out) {
    Optional<Wish> wish = Wish.of(arguments);
    if (wish.isEmpty() || wish.get().rest().size() > 1) {
      return Status.USAGE;
    }
    if (wish.get().rest().isEmpty()) {
      int before = hub.debug();
      int after = wish.get().from(before);
      hub.debug(after);
      out.line(changed("Core debug", before, after));
      warnOfSilence(after, out);
      return Status.SUCCESS;
    }
    String part = wish.get().rest().getFirst();
    String logger = logger(part);
    int before = hub.debugOf(logger);
    int after = wish.get().from(before);
    hub.debugOf(logger, after);
    out.line("Core debug was %d and has been set to %d for '%s'.", before, after, part);
    warnOfSilence(after, out);
    return Status.SUCCESS;
  }

  private void warnOfSilence(int level, Output out) {
    if (level > 0 && !hub.takesDebug()) {
      out.line(
          "Nobody takes messages of level debug: name it in logger.conf, or use 'logger add channel'"
              + " or 'logger set level'.");
    }
  }

  /** A module's package, else the part of Ara of that name. */
  private String logger(String part) {
    return modules.packageOf(part).orElse("org.ara." + part.toLowerCase(Locale.ROOT));
  }

  private static String changed(String what, int before, int after) {
    return before == after
        ? "%s is still %s.".formatted(what, level(after))
        : "%s was %s and is now %s.".formatted(what, level(before), level(after));
  }

  private static String level(int level) {
    return level == 0 ? "OFF" : Integer.toString(level);
  }
}
