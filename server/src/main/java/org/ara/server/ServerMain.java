package org.ara.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.LogLevel;
import org.ara.server.console.ConsoleWindow;
import org.ara.server.console.LocalLink;
import org.ara.server.first.FirstStart;
import org.ara.server.log.Logging;
import org.ara.server.settings.Settings;
import org.ara.server.stop.Again;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's process: logging, one {@link AraServer}, signals, exit status. Ends with 0 after
 * {@code core stop now} or a signal to terminate, 1 if it cannot start, 2 if a required module is
 * missing.
 */
public final class ServerMain {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final ServerOptions options;

  private ServerMain(ServerOptions options) {
    this.options = options;
  }

  /** Runs the server until it is told to stop; see {@link ServerOptions}. */
  public static void main(String[] arguments) throws InterruptedException {
    int status;
    try {
      ServerOptions options = ServerOptions.parse(List.of(arguments));
      if (new ServerMain(options).run()) {
        new Again().start(Again.commandLine(ServerMain.class, options.forRestart()));
      }
      status = 0;
    } catch (StartException e) {
      System.err.println("ara: " + e.getMessage());
      status = e.exitStatus();
    } catch (IOException e) {
      System.err.println("ara: the server stopped and cannot be restarted: " + e.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  /** Runs the server to its end, and tells whether it is to start again. */
  private boolean run() throws StartException, InterruptedException {
    layOutFirst();
    Settings settings = AraServer.settings(options.asteriskConf());
    Logging logging = Logging.takeOver(false);
    Logging.Handle terminal = logging.terminal(System.err::println);
    AraServer server = AraServer.startAlone(options.over(settings));
    try (server) {
      stopOnSignal(server, logging);
      announce(server);
      switch (options.mode()) {
        case BACKGROUND -> {
          terminal.remove();
          server.awaitStop();
        }
        case FOREGROUND -> {
          showCalls(server);
          server.awaitStop();
        }
        case CONSOLE -> {
          terminal.remove();
          awaitStopAtConsole(server);
        }
      }
    }
    logging.close();
    return server.isRestartWanted();
  }

  /** What happens in calls; all else is on the terminal already. */
  private void showCalls(AraServer server) {
    ConsoleLog shown = server.log().showRoot(line -> System.err.println(line.text()));
    for (LogLevel level : LogLevel.values()) {
      shown.show(level, level == LogLevel.VERBOSE);
    }
    shown.mute(options.view().verbose() == 0);
  }

  private void layOutFirst() throws StartException {
    Path file = options.asteriskConf();
    if (options.configuration().isEmpty() && !Files.exists(file)) {
      try {
        FirstStart.layOut(options.home());
      } catch (IOException e) {
        throw new StartException(
            "A first configuration cannot be made in " + options.home() + ": " + e.getMessage());
      }
      System.out.println(
          "No configuration yet: made one in "
              + file.getParent()
              + " with an embedded database in "
              + options.home().resolve("lib"));
    }
  }

  /**
   * A signal to terminate makes the virtual machine run this hook while {@code main} waits; the
   * status is then 0, which it would not be without halting.
   */
  private static void stopOnSignal(AraServer server, Logging logging) {
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      if (main.isAlive() && server.isRunning()) {
                        server.close();
                        logging.close();
                        Runtime.getRuntime().halt(0);
                      }
                    }));
  }

  private void announce(AraServer server) {
    Logger log = LoggerFactory.getLogger(AraServer.class);
    log.info("Ready; console on {}", server.settings().controlSocket());
    System.out.printf(
        Locale.ROOT,
        "Ara ready (%.2f s%s, %s)%n",
        (System.currentTimeMillis() - options.started()) / 1000.0,
        server.failures().isEmpty()
            ? ""
            : ", " + server.failures().size() + " modules did not load, see above",
        server.settings().controlSocket());
    System.out.flush();
  }

  /** The terminal is left as it was found before anything else uses it. */
  private void awaitStopAtConsole(AraServer server) throws InterruptedException {
    try (ConsoleWindow window = new ConsoleWindow(new LocalLink(server), options.view())) {
      Thread operator =
          Thread.ofPlatform().daemon().name("console").start(() -> serve(window, server));
      server.awaitStop();
      operator.interrupt();
      operator.join(FAREWELL);
    } catch (IOException e) {
      LoggerFactory.getLogger(ServerMain.class).error("There is no console", e);
      server.awaitStop();
    }
  }

  private static void serve(ConsoleWindow window, AraServer server) {
    try {
      window.run();
    } catch (IOException e) {
      LoggerFactory.getLogger(ServerMain.class).error("The console ended", e);
    }
    server.stop();
  }
}
