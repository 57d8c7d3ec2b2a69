package org.ara.pbx.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.module.Uptime;
import org.ara.pbx.Pbx;

/** {@code core show calls [uptime [seconds]]}. */
public final class ShowCalls implements Command {

  private final Pbx pbx;
  private final Supplier<Duration> uptime;

  /**
   * The command.
   *
   * @param uptime how long the server runs
   */
  public ShowCalls(Pbx pbx, Supplier<Duration> uptime) {
    this.pbx = pbx;
    this.uptime = uptime;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "calls");
  }

  @Override
  public String summary() {
    return "Display information on calls";
  }

  @Override
  public String usage() {
    return """
        Usage: core show calls [uptime [seconds]]
               Counts the calls that are active and those since the start; with uptime
               also tells when that was, in words or as a number of seconds.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    List<String> words = arguments.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    if (!List.of("uptime", "seconds").subList(0, Math.min(2, words.size())).equals(words)) {
      return Status.USAGE;
    }
    Totals.printCalls(pbx, out);
    switch (words.size()) {
      case 1 -> out.line("System uptime: " + Uptime.inWords(uptime.get()));
      case 2 -> out.line("System uptime: " + uptime.get().toSeconds());
      default -> {}
    }
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return switch (arguments.size()) {
      case 0 -> Completion.of(prefix, "uptime");
      case 1 -> Completion.of(prefix, "seconds");
      default -> List.of();
    };
  }
}
