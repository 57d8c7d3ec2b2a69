package org.ara.manager;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.VisibleText;
import org.ara.module.log.ConsoleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the command that a typed line means and runs it on the caller's thread. Safe for use by
 * many consoles at once.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final CommandRegistry registry;
  private volatile boolean stopping;

  public Dispatcher(CommandRegistry registry) {
    this.registry = registry;
  }

  /** From now on every line is answered with the refusal that Asterisk gives during shutdown. */
  public void stop() {
    stopping = true;
  }

  /**
   * Runs one line; an empty one does nothing and succeeds.
   *
   * @param line what was typed
   * @param out where the command's output and any complaint about the line go
   * @return {@link Status#SUCCESS}, or why not; an unknown command is a {@link Status#FAILURE}
   */
  public Status execute(String line, Output out) {
    return executed(line, visible(out));
  }

  private static Output visible(Output out) {
    return new Output() {
      @Override
      public void line(String text) {
        out.line(VisibleText.lines(text));
      }

      @Override
      public Optional<ConsoleLog> log() {
        return out.log();
      }
    };
  }

  private Status executed(String line, Output out) {
    String typed = line.strip();
    List<String> words = CommandLine.parse(typed).words();
    if (words.isEmpty()) {
      return Status.SUCCESS;
    }
    Optional<Command> found = registry.find(words);
    if (found.isEmpty()) {
      out.line(
          "No such command '%s' (type 'core show help %s' for other possible commands)",
          typed, best(words).orElse(typed));
      return Status.FAILURE;
    }
    if (stopping) {
      out.line("Command '%s' cannot be run during shutdown", typed);
      return Status.FAILURE;
    }
    Command command = found.get();
    return run(command, words.subList(command.words().size(), words.size()), typed, out);
  }

  /** Adds a command that comes and goes while its module stays. */
  public CommandRegistry.Registration register(Command command) {
    return registry.register(command);
  }

  /** Another name for a command, to be registered. */
  public Alias alias(List<String> words, List<String> meaning) {
    return new Alias(registry, words, meaning);
  }

  /** The line with an alias at its start replaced by what it means. */
  public String meaning(String line) {
    List<String> words = CommandLine.parse(line.strip()).words();
    return registry.find(words).orElse(null) instanceof Alias alias
        ? String.join(" ", alias.line(words.subList(alias.words().size(), words.size())))
        : line;
  }

  /**
   * What could stand where the line ends.
   *
   * @param line the line up to the cursor
   * @return whole words, sorted, each once
   */
  public List<String> complete(String line) {
    CommandLine typed = CommandLine.parse(line);
    List<String> before = typed.complete();
    String prefix = typed.prefix();
    TreeSet<String> words = new TreeSet<>();
    for (Command command : registry.beginningWith(before)) {
      if (command.words().size() > before.size()) {
        String next = command.words().get(before.size());
        if (next.startsWith(prefix.toLowerCase(Locale.ROOT))) {
          words.add(next);
        }
      }
    }
    registry.find(before).ifPresent(command -> words.addAll(arguments(command, before, prefix)));
    // Blanks separate words in a console's protocol: such a name must be typed, in quotes.
    words.removeIf(word -> word.isEmpty() || word.chars().anyMatch(Dispatcher::isBlank));
    return List.copyOf(words);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isISOControl(c);
  }

  private static Status run(Command command, List<String> arguments, String typed, Output out) {
    Status status;
    try {
      status = command.execute(List.copyOf(arguments), out);
    } catch (RuntimeException e) {
      LOG.error("The command '{}' failed unexpectedly", typed, e);
      status = Status.FAILURE;
    }
    switch (status) {
      case SUCCESS -> {}
      case FAILURE -> out.line("Command '%s' failed.", typed);
      case USAGE -> command.usage().lines().forEach(out::line);
    }
    return status;
  }

  private static List<String> arguments(Command command, List<String> before, String prefix) {
    try {
      return command.complete(before.subList(command.words().size(), before.size()), prefix);
    } catch (RuntimeException e) {
      LOG.warn("Completion of '{}' failed", String.join(" ", before), e);
      return List.of();
    }
  }

  /** The longest start of the line that some command shares. */
  private Optional<String> best(List<String> words) {
    for (int length = words.size(); length > 0; length--) {
      List<String> start = words.subList(0, length);
      if (!registry.beginningWith(start).isEmpty()) {
        return Optional.of(String.join(" ", start));
      }
    }
    return Optional.empty();
  }
}
