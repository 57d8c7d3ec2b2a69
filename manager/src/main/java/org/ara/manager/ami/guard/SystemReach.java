package org.ara.manager.ami.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ara.manager.CommandLine;

/**
 * Tells what reaches the system beneath the server: programs, files outside, or the server itself.
 * Only clients with the class {@code system} may, whatever other classes let them ask.
 */
public final class SystemReach {

  /** Applications that do, or that run others which could. */
  private static final Set<String> APPLICATIONS =
      Set.of(
          "system",
          "trysystem",
          "agi",
          "eagi",
          "deadagi",
          "fastagi",
          "asyncagi",
          "exec",
          "tryexec",
          "execif",
          "execiftime",
          "externalivr",
          "originate",
          "mixmonitor",
          "monitor",
          "record",
          "stasis",
          "jack",
          "festival",
          "ices",
          "mp3player",
          "nbscat",
          "dumpchan",
          "readfile",
          "minivmrecord",
          "minivmnotify",
          "senddtmf",
          "log");

  /** Functions that do, that evaluate what could, or that read and write rows and files. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "shell",
          "eval",
          "file",
          "file_count_line",
          "file_format",
          "env",
          "stat",
          "curl",
          "odbc_[a-z0-9_]*",
          "lock",
          "trylock",
          "unlock",
          "db_delete",
          "realtime[a-z0-9_]*",
          "passthru",
          "ast_config",
          "jitterbuffer",
          "minivmaccount",
          "vmcount",
          "audiohookinherit",
          "dialgroup");

  private static final Pattern CALLS =
      Pattern.compile(
          "(?i)(?:^|[^a-z0-9_])(?:"
              + APPLICATIONS.stream()
                  .filter(name -> !name.equals("log") && !name.equals("record"))
                  .sorted()
                  .collect(Collectors.joining("|"))
              + "|"
              + FUNCTIONS.stream().sorted().collect(Collectors.joining("|"))
              + ")\\s*\\(");

  /** The functions of the internal database, which has actions with classes of their own. */
  private static final Pattern DATABASE =
      Pattern.compile("(?i)(?:^|[^a-z0-9_])db(?:_[a-z]*)?\\s*\\(");

  /**
   * Names that only the dialplan would know when it runs: {@code ${${A}(id)}}, {@code
   * ${SH${B}ELL(id)}}, {@code Set(${A}=1)}.
   */
  private static final Pattern COMPUTED =
      Pattern.compile(
          "(?i)\\$\\{[^(}:]*\\$[{\\[]|[}\\]][a-z0-9_]*\\s*\\(|\\bm?set\\s*\\([^=]*\\$[{\\[][^=]*=");

  /** Commands that end or change the server, or write a dialplan. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("core", "stop"),
          List.of("core", "restart"),
          List.of("core", "abort"),
          List.of("core", "set"),
          List.of("stop"),
          List.of("restart"),
          List.of("abort"),
          List.of("module", "load"),
          List.of("module", "unload"),
          List.of("module", "refresh"),
          List.of("logger"),
          List.of("channel", "originate"),
          List.of("console"),
          List.of("file"),
          List.of("cli"),
          List.of("originate"),
          List.of("dialplan", "add"),
          List.of("dialplan", "remove"),
          List.of("dialplan", "set"),
          List.of("realtime", "update"),
          List.of("realtime", "update2"),
          List.of("realtime", "store"),
          List.of("realtime", "destroy"),
          List.of("database", "put"),
          List.of("database", "del"),
          List.of("database", "deltree"),
          List.of("database", "query"));

  /** Those of them that only tell something. */
  private static final List<List<String>> HARMLESS = List.of(List.of("logger", "show"));

  /** Commands that nobody runs from here. */
  private static final List<List<String>> BARRED =
      List.of(
          List.of("module", "load"), List.of("module", "unload"), List.of("restart", "gracefully"));

  private SystemReach() {}

  /** Whether an application does. */
  public static boolean ofApplication(String name) {
    return APPLICATIONS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a text calls an application or function that does, wherever in it. */
  public static boolean ofText(String text) {
    return CALLS.matcher(text).find();
  }

  /** The same for a text that the dialplan will evaluate, in which names can be computed. */
  public static boolean ofDialplan(String text) {
    return ofText(text) || COMPUTED.matcher(text).find();
  }

  /** Whether a text reads or writes the internal database. */
  public static boolean ofDatabase(String text) {
    return DATABASE.matcher(text).find();
  }

  /** Whether a console command does. */
  public static boolean ofCommand(String line) {
    return startsWithAny(line, COMMANDS) && !startsWithAny(line, HARMLESS);
  }

  /** Whether a console command cannot be run from here at all. */
  public static boolean barred(String line) {
    return startsWithAny(line, BARRED);
  }

  private static boolean startsWithAny(String line, List<List<String>> starts) {
    List<String> words =
        CommandLine.parse(line.strip()).words().stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return starts.stream()
        .anyMatch(
            start -> words.size() >= start.size() && words.subList(0, start.size()).equals(start));
  }
}
