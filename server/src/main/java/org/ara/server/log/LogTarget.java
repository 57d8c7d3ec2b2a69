package org.ara.server.log;

import java.io.IOException;

/** Where the lines of one channel go. Must never wait for anybody. */
interface LogTarget {

  /** What lists call it: {@code File}, {@code Syslog}. */
  String type();

  /** Where it is, for lists. */
  String place();

  /** Takes a message. */
  void write(LogLine line, String text);

  /** Whether the last message could be written. */
  boolean works();

  /**
   * Goes on in a new file, where it is one.
   *
   * @throws IOException if it cannot
   */
  default void rotate() throws IOException {}

  /** Writes out what waits. */
  void close();
}
