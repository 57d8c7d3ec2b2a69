package org.ara.module.log;

/**
 * What one console shows of the log while it is being written. A new one is muted, takes every
 * level the server's consoles take, and of {@code VERBOSE} only number 0.
 *
 * <p>A console that does not read what it is shown holds up nobody: its lines wait in a queue of
 * bounded length, and those beyond are counted and left out.
 */
public interface ConsoleLog extends AutoCloseable {

  /** The highest number of {@code VERBOSE} messages that are shown; 0 is called off. */
  int verbose();

  /**
   * Shows {@code VERBOSE} messages up to this number.
   *
   * @param number 0 to {@value VerboseLog#MOST}
   */
  void showVerbose(int number);

  /** Whether nothing is shown at present. */
  boolean isMuted();

  /** Shows nothing, or shows what is chosen again. */
  void mute(boolean muted);

  /** Shows messages of a level or leaves them out, whatever the server's consoles take. */
  void show(LogLevel level, boolean shown);

  /** The console is gone. */
  @Override
  void close();
}
