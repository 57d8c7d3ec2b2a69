package org.ara.server.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The console of a pipe: a command a line, no prompt, no banner, no colours. */
final class PlainConsole {

  private final ConsoleLink link;

  PlainConsole(ConsoleLink link) {
    this.link = link;
  }

  /**
   * Runs every line up to the end of input or {@code quit}.
   *
   * @return whether all of them succeeded
   * @throws IOException if the server is gone
   */
  boolean run(BufferedReader in, OutputStream out) throws IOException {
    boolean succeeded = true;
    for (String line = in.readLine(); line != null && !leaves(line); line = in.readLine()) {
      if (!line.isBlank()) {
        succeeded &= link.execute(line, out);
      }
    }
    return succeeded;
  }

  /** Whether the line's first word ends the console, and only the console. */
  static boolean leaves(String line) {
    String word = line.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return word.equals("quit") || word.equals("exit");
  }
}
