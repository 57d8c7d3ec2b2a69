package org.ara.manager.console;

/** Takes the lines of the log that a console is sent. */
@FunctionalInterface
public interface LiveLog {

  /**
   * Takes a line.
   *
   * @param number the number of a verbose message, else 0
   * @param text without its line feed
   */
  void line(int number, String text);
}
