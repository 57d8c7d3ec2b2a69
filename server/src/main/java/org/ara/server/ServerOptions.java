package org.ara.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ara.server.console.LogView;
import org.ara.server.settings.Settings;

/**
 * The command line of the server.
 *
 * @param home the data directory in which a first start lays out its files
 * @param configuration the file given with {@code -C}, if any
 * @param mode what becomes of the terminal
 * @param view what its console shows of the log, and how much is logged
 * @param started when the launcher was called, in milliseconds since 1970
 */
record ServerOptions(
    Path home, Optional<Path> configuration, Mode mode, LogView view, long started) {

  /** What the terminal is used for. */
  enum Mode {
    /** Messages until the server is ready, nothing after. */
    BACKGROUND,
    /** Messages. */
    FOREGROUND,
    /** Messages and a console. */
    CONSOLE
  }

  static final String USAGE = "Usage: ara server [-C FILE] [-f|-c] [-vdmnT]";

  /**
   * Reads the arguments; {@code --home} and {@code --started} come from the launcher.
   *
   * @throws StartException if one is unknown or lacks its value
   */
  static ServerOptions parse(List<String> arguments) throws StartException {
    Path home = Path.of("var");
    Optional<Path> configuration = Optional.empty();
    Mode mode = Mode.BACKGROUND;
    LogView view = LogView.USUAL;
    long started = System.currentTimeMillis();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--home" -> home = path(argument, rest);
        case "--started" -> started = milliseconds(value(argument, rest));
        case "-C" -> configuration = Optional.of(path(argument, rest));
        case "-f" -> mode = Mode.FOREGROUND;
        case "-c" -> mode = Mode.CONSOLE;
        default -> {
          boolean console = argument.startsWith("-c");
          boolean foreground = argument.startsWith("-f");
          String letters = console || foreground ? "-" + argument.substring(2) : argument;
          if (!LogView.isOption(letters)) {
            throw new StartException("unknown option '" + argument + "'. " + USAGE);
          }
          mode = console ? Mode.CONSOLE : foreground ? Mode.FOREGROUND : mode;
          view = view.with(letters);
        }
      }
    }
    return new ServerOptions(home.toAbsolutePath().normalize(), configuration, mode, view, started);
  }

  /** The {@code asterisk.conf} to read: the one given, else that of the data directory. */
  Path asteriskConf() {
    return configuration.orElseGet(() -> home.resolve("etc").resolve("asterisk.conf"));
  }

  /** The arguments of a server that takes the place of this one. */
  List<String> forRestart() {
    List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
    configuration.ifPresent(file -> arguments.addAll(List.of("-C", file.toString())));
    switch (mode) {
      case BACKGROUND -> {}
      case FOREGROUND -> arguments.add("-f");
      case CONSOLE -> arguments.add("-c");
    }
    arguments.addAll(view.options());
    return arguments;
  }

  /** The settings with as much logged as the options say at least. */
  Settings over(Settings settings) {
    return settings.withAtLeast(view.verbose(), view.debug());
  }

  private static Path path(String option, Iterator<String> rest) throws StartException {
    return Path.of(value(option, rest));
  }

  private static String value(String option, Iterator<String> rest) throws StartException {
    if (!rest.hasNext()) {
      throw new StartException(option + " needs a value. " + USAGE);
    }
    return rest.next();
  }

  /** The shell's {@code EPOCHREALTIME}: seconds, a separator that depends on the locale, digits. */
  private static long milliseconds(String epochRealTime) throws StartException {
    String digits = epochRealTime.replaceAll("\\D", "");
    if (digits.length() < 13 || digits.length() > 18) {
      throw new StartException("--started takes a time in microseconds");
    }
    return Long.parseLong(digits) / 1000;
  }
}
