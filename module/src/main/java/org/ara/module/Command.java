package org.ara.module;

import java.util.List;
import java.util.Optional;
import org.ara.module.log.ConsoleLog;

/**
 * One command of the console, such as {@code sip show peer}.
 *
 * <p>The words are matched one by one, ignoring case, without abbreviations; the command with the
 * most matching words wins and the words left over are its arguments ({@code spec/ami-cli.md} 10).
 */
public interface Command {

  /** The fixed words, lower case: {@code ["sip", "show", "peer"]}. */
  List<String> words();

  /** One line for {@code core show help}. */
  String summary();

  /** The text printed for wrong arguments, starting with {@code Usage: }. */
  String usage();

  /**
   * Runs the command on the caller's thread, writing what it prints to {@code out}.
   *
   * @param arguments the words after the fixed ones, unquoted
   * @return how it went; on {@link Status#USAGE} the dispatcher prints {@link #usage()}
   */
  Status execute(List<String> arguments, Output out);

  /**
   * What the next argument could be.
   *
   * @param arguments the complete words so far after the fixed ones
   * @param prefix the start of the word being typed; may be empty
   * @return whole words that start with the prefix
   */
  default List<String> complete(List<String> arguments, String prefix) {
    return List.of();
  }

  /** How a command went. */
  enum Status {
    SUCCESS,
    FAILURE,
    USAGE
  }

  /** Where a command prints: complete lines, without their line ends. */
  interface Output {
    void line(String text);

    /** What the console that the command was typed on shows of the log; empty for all others. */
    default Optional<ConsoleLog> log() {
      return Optional.empty();
    }

    /** A formatted line, {@link java.util.Locale#ROOT}. */
    default void line(String format, Object first, Object... more) {
      Object[] arguments = new Object[more.length + 1];
      arguments[0] = first;
      System.arraycopy(more, 0, arguments, 1, more.length);
      line(String.format(java.util.Locale.ROOT, format, arguments));
    }
  }
}
