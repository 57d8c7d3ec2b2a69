package org.ara.manager.console;

import org.ara.module.log.VerboseLog;

/** The bytes and bounds that the console's server and client agree on. */
final class ConsoleProtocol {

  /** Ends a command on its way in, and starts the end mark on the way out. */
  static final int NUL = 0;

  static final int SUCCEEDED = '0';
  static final int FAILED = '1';

  /** The longest command in bytes; Asterisk takes 512, too few to store a row of many columns. */
  static final int MAX_COMMAND = 16 * 1024;

  /** Consoles connected at a time, as in Asterisk. */
  static final int MAX_CONSOLES = 128;

  /** What a console too many is told. */
  static final String FULL = "No more connections allowed";

  /** Prefix of a command after whose output the server closes the connection. */
  static final String QUIT_AFTER = "cli quit after ";

  /** Prefix of a request for completions, followed by the line and the word, each in quotes. */
  static final String MATCHES = "_command matchesarray ";

  /** The same for how many there are, which older clients ask before. */
  static final String COUNT = "_command nummatches ";

  /** The last word of an answer with completions. */
  static final String END_OF_MATCHES = "_EOF_";

  /**
   * Starts a line of the log between what commands print: {@code 0xFF} less the number of a verbose
   * message, down to {@link #LAST_LIVE}. UTF-8 has no such bytes.
   */
  static final int LIVE = 0xFF;

  static final int LAST_LIVE = LIVE - VerboseLog.MOST;

  private ConsoleProtocol() {}
}
