package org.ara.server.console;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Runs the {@code !command} of a console in a shell, on the console's own machine and terminal. */
final class Shell {

  /** What starts such a line. */
  static final String MARK = "!";

  private Shell() {}

  /**
   * Runs a line and waits for its end.
   *
   * @param line starts with the mark; the mark alone is a shell to work in
   * @return the exit status
   * @throws IOException if there is no such shell
   */
  static int run(String line) throws IOException {
    String command = line.strip().substring(MARK.length()).strip();
    String shell = Objects.requireNonNullElse(System.getenv("SHELL"), "/bin/sh");
    Process process =
        new ProcessBuilder(command.isEmpty() ? List.of(shell) : List.of("/bin/sh", "-c", command))
            .inheritIO()
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
