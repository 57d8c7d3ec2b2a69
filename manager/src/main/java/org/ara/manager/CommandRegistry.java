package org.ara.manager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.module.Command;

/**
 * The commands that exist at the moment, sorted by their words. Reading never blocks; a change
 * replaces the whole list.
 */
public final class CommandRegistry {

  private static final Comparator<Command> BY_WORDS =
      Comparator.comparing(command -> String.join(" ", command.words()));

  private volatile List<Command> commands = List.of();

  /** Takes a command back out of the registry; doing so twice is harmless. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Adds a command.
   *
   * @throws IllegalArgumentException if it has no words, a word that could never be typed, or the
   *     words of one that is already there
   */
  public synchronized Registration register(Command command) {
    List<String> words = command.words();
    if (words.isEmpty() || words.stream().anyMatch(CommandRegistry::untypable)) {
      throw new IllegalArgumentException(
          "a command needs lower-case words without blanks: " + words);
    }
    List<Command> changed = new ArrayList<>(commands);
    // An alias gives way to a command of its name, whichever comes first.
    changed.removeIf(other -> other instanceof Alias && other.words().equals(words));
    if (changed.stream().anyMatch(other -> other.words().equals(words))) {
      throw new IllegalArgumentException(
          "the command '" + String.join(" ", words) + "' is registered already");
    }
    changed.add(command);
    changed.sort(BY_WORDS);
    commands = List.copyOf(changed);
    return () -> remove(command);
  }

  /** Every command, sorted by its words. */
  public List<Command> all() {
    return commands;
  }

  /** The command whose words all stand at the start of the line; the longest of them. */
  Optional<Command> find(List<String> line) {
    return commands.stream()
        .filter(command -> startsWith(line, command.words()))
        .max(Comparator.comparingInt(command -> command.words().size()));
  }

  /** The commands that begin with all of these words, the last of them whole. */
  List<Command> beginningWith(List<String> words) {
    return commands.stream().filter(command -> startsWith(command.words(), words)).toList();
  }

  private synchronized void remove(Command command) {
    commands = commands.stream().filter(other -> other != command).toList();
  }

  private static boolean untypable(String word) {
    return word.isBlank()
        || word.contains(" ")
        || !word.equals(word.toLowerCase(Locale.ROOT))
        || word.startsWith("_");
  }

  private static boolean startsWith(List<String> words, List<String> start) {
    if (words.size() < start.size()) {
      return false;
    }
    for (int i = 0; i < start.size(); i++) {
      if (!words.get(i).equalsIgnoreCase(start.get(i))) {
        return false;
      }
    }
    return true;
  }
}
