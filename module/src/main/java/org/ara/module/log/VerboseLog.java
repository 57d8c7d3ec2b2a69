package org.ara.module.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a class tells an operator who watches calls: messages of level {@code VERBOSE}, each with a
 * number. An operator who asked for number 3 sees 0 to 3.
 *
 * <p>By custom 1 and 2 are for what happens rarely, 3 for what happens in every call, 4 and above
 * for details. While nobody watches, a message costs one comparison; its arguments are not
 * formatted. A program that brings its own logging finds the messages in loggers named {@code
 * verbose.NUMBER.CLASS}, as debug messages.
 */
public final class VerboseLog {

  /** The highest number. */
  public static final int MOST = 10;

  /** The name above all loggers of such messages. */
  public static final String ROOT = "verbose";

  private final Logger[] loggers = new Logger[MOST + 1];

  /** The messages of a class. */
  public VerboseLog(Class<?> owner) {
    for (int number = 0; number <= MOST; number++) {
      loggers[number] = LoggerFactory.getLogger(ROOT + "." + number + "." + owner.getSimpleName());
    }
  }

  /**
   * Whether anybody watches messages with this number.
   *
   * @param number 0 to {@value #MOST}
   */
  public boolean isWatched(int number) {
    return loggers[number].isDebugEnabled();
  }

  /**
   * Tells something.
   *
   * @param number 0 to {@value #MOST}
   * @param format with {@code {}} where the arguments go
   */
  public void tell(int number, String format, @Nullable Object argument) {
    loggers[number].debug(format, argument);
  }

  /** Tells something, with two arguments. */
  public void tell(int number, String format, @Nullable Object first, @Nullable Object second) {
    loggers[number].debug(format, first, second);
  }

  /** Tells something; ask {@link #isWatched} first where this is called for every call. */
  public void tell(int number, String format, @Nullable Object... arguments) {
    loggers[number].debug(format, arguments);
  }
}
