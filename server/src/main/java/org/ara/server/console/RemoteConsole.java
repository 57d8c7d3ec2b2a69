package org.ara.server.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./ara -r}: the console of a running server. Exit status 0, or 1 if the server is not there
 * or goes away, or if a command that came through a pipe failed.
 */
public final class RemoteConsole {

  private RemoteConsole() {}

  /** Arguments: the {@code asterisk.conf} of the server, options of {@link LogView}. */
  public static void main(String[] arguments) {
    LogView view = LogView.USUAL;
    for (String option : List.of(arguments).subList(1, arguments.length)) {
      if (!LogView.isOption(option)) {
        System.err.println("ara: unknown argument '" + option + "'; try ./ara --help");
        System.exit(1);
      }
      view = view.with(option);
    }
    System.exit(run(Path.of(arguments[0]), view));
  }

  private static int run(Path asteriskConf, LogView view) {
    try (ConsoleLink link = new RemoteLink(RemoteSettings.connect(asteriskConf))) {
      Console console = System.console();
      if (console != null && console.isTerminal()) {
        try (ConsoleWindow window = new ConsoleWindow(link, view)) {
          window.run();
        }
        return 0;
      }
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return new PlainConsole(link).run(in, System.out) ? 0 : 1;
    } catch (IOException e) {
      System.err.println("ara: " + e.getMessage());
      return 1;
    }
  }
}
