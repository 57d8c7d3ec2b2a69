package org.ara.module.log;

import java.io.IOException;

/** The log of the running server. Published as a service by the module {@code logger}. */
public interface ServerLog {

  /**
   * Reads {@code logger.conf} again and has every log file go on in a new one, the old one kept
   * under another name; no line is lost meanwhile.
   *
   * @throws IOException if the configuration cannot be used, which leaves the running one in force,
   *     or a file cannot be renamed or made; the message names it
   */
  void rotate() throws IOException;

  /** How much the console in the server's own terminal shows of verbose messages, 0 for off. */
  int rootVerbose();

  /** How much is logged for those who look for faults, 0 for nothing. */
  int debug();

  /**
   * Shows the log to one more console, at first muted.
   *
   * @param receiver takes a line at a time, on a thread of its own; may block
   */
  ConsoleLog show(Receiver receiver);

  /** The console's end: what a line is given to. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Shows a line.
     *
     * @throws IOException if the console is gone; it is shown nothing more
     */
    void line(LiveLine line) throws IOException;
  }
}
