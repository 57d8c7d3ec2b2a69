package org.ara.manager.command;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.module.Uptime;

/** {@code core show uptime [seconds]}: how long the server runs and since when it was reloaded. */
public final class CoreShowUptime implements Command {

  private final Supplier<Duration> sinceStart;
  private final Supplier<Duration> sinceReload;

  public CoreShowUptime(Supplier<Duration> sinceStart, Supplier<Duration> sinceReload) {
    this.sinceStart = sinceStart;
    this.sinceReload = sinceReload;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "uptime");
  }

  @Override
  public String summary() {
    return "Show uptime information";
  }

  @Override
  public String usage() {
    return """
        Usage: core show uptime [seconds]
               Shows the time since the start and since the last reload,
               in words or as a number of seconds.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.isEmpty()) {
      out.line("System uptime: %s", Uptime.inWords(sinceStart.get()));
      out.line("Last reload: %s", Uptime.inWords(sinceReload.get()));
      return Status.SUCCESS;
    }
    if (arguments.size() == 1 && arguments.getFirst().equalsIgnoreCase("seconds")) {
      out.line("System uptime: %d", sinceStart.get().toSeconds());
      out.line("Last reload: %d", sinceReload.get().toSeconds());
      return Status.SUCCESS;
    }
    return Status.USAGE;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? Completion.of(prefix, "seconds") : List.of();
  }
}
