package org.ara.server.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./ara -r}: the console of a running server. Exit status 0, or 1 if the server is not there
 * or goes away, or if a command that came through a pipe failed.
 */
public final class RemoteConsole {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Path asteriskConf;
  private final LogView view;
  private final boolean again;

  private RemoteConsole(Path asteriskConf, LogView view, boolean again) {
    this.asteriskConf = asteriskConf;
    this.view = view;
    this.again = again;
  }

  /**
   * Arguments: the {@code asterisk.conf} of the server, {@code -R} to come back when the server
   * does, options of {@link LogView}.
   */
  public static void main(String[] arguments) {
    LogView view = LogView.USUAL;
    boolean again = false;
    for (String option : List.of(arguments).subList(1, arguments.length)) {
      if (option.equals("-R")) {
        again = true;
      } else if (LogView.isOption(option)) {
        view = view.with(option);
      } else {
        System.err.println("ara: unknown argument '" + option + "'; try ./ara --help");
        System.exit(1);
      }
    }
    System.exit(new RemoteConsole(Path.of(arguments[0]), view, again).run());
  }

  private int run() {
    try {
      Console console = System.console();
      return console != null && console.isTerminal() ? onTerminal() : onPipe();
    } catch (IOException e) {
      System.err.println("ara: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private int onPipe() throws IOException {
    try (ConsoleLink link = RemoteSettings.link(asteriskConf)) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return new PlainConsole(link).run(in, System.out) ? 0 : 1;
    }
  }

  private int onTerminal() throws IOException, InterruptedException {
    Optional<RemoteLink> link = Optional.of(RemoteSettings.link(asteriskConf));
    while (link.isPresent()) {
      try (ConsoleWindow window = new ConsoleWindow(link.get(), view)) {
        window.run();
        return 0;
      } catch (IOException e) {
        System.out.println("Disconnected from Asterisk server");
      }
      link = again ? reconnected() : Optional.empty();
    }
    return 1;
  }

  private Optional<RemoteLink> reconnected() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    System.out.println("Trying to reconnect for " + PATIENCE.toSeconds() + " s");
    while (System.nanoTime() - deadline < 0) {
      try {
        return Optional.of(RemoteSettings.link(asteriskConf));
      } catch (IOException e) {
        Thread.sleep(BETWEEN);
      }
    }
    System.err.println("ara: the server did not come back");
    return Optional.empty();
  }
}
