package org.ara.server.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ara.server.StartException;
import org.ara.server.console.ConsoleWindow;
import org.ara.server.console.LocalLink;
import org.ara.server.console.LogView;
import org.ara.server.log.Logging;

/** {@code ./ara demo [--exit]}: runs the story and ends in a console, or with its exit status. */
public final class DemoMain {

  private static final String USAGE = "Usage: ara demo [--exit]";

  private final Screen screen;
  private final boolean exit;

  private DemoMain(Screen screen, boolean exit) {
    this.screen = screen;
    this.exit = exit;
  }

  /**
   * Ends with 0 if every step held, 1 if one did not or the server could not start, 2 for usage.
   */
  public static void main(String[] arguments) {
    boolean exit = false;
    for (String argument : arguments) {
      if (!argument.equals("--exit")) {
        System.err.println("ara: unknown option '" + argument + "'. " + USAGE);
        System.exit(2);
      }
      exit = true;
    }
    System.exit(new DemoMain(Screen.standard(), exit).run());
  }

  private int run() {
    Logging logging = Logging.takeOver(false);
    long start = System.nanoTime();
    try (DemoServer demo = DemoServer.start()) {
      introduce(demo, (System.nanoTime() - start) / 1_000_000);
      return tell(demo);
    } catch (StartException | IOException | SQLException e) {
      System.err.println("ara: the demo cannot run: " + e.getMessage());
      return 1;
    } finally {
      logging.close();
    }
  }

  private void introduce(DemoServer demo, long millis) {
    int port = demo.address().getPort();
    screen.title("Ara: phones and extensions that exist only as rows of a database");
    screen.line("  server    127.0.0.1:%d (SIP over UDP), up in %d ms".formatted(port, millis));
    if (port != DemoServer.STANDARD_PORT) {
      screen.line(
          "            (port " + DemoServer.STANDARD_PORT + " is taken by another program)");
    }
    screen.line("  database  " + demo.database() + ", empty");
    screen.line("  beside    a second, ordinary database connection: sql>");
    screen.line("  phones    alice and bob, on ports of their own");
    screen.line("Nothing is reloaded at any time.");
    demo.server()
        .failures()
        .forEach(failure -> screen.failure(failure.module() + ": " + failure.reason()));
  }

  private int tell(DemoServer demo) throws SQLException {
    try (SecondConnection sql = new SecondConnection(demo.database(), screen);
        Story story = new Story(screen, sql, demo.address())) {
      long start = System.nanoTime();
      List<Step.Result> results = new ArrayList<>();
      for (Step step : story.steps()) {
        results.add(step.run(results.size() + 1, screen));
      }
      boolean held = summarize(results, story.violations(), System.nanoTime() - start);
      Invitation invitation = new Invitation(demo);
      invitation.prepare(sql);
      invitation.print(screen);
      if (!exit) {
        Invitation.hum(story.bob());
        console(demo);
      }
      return held ? 0 : 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private boolean summarize(List<Step.Result> results, List<String> violations, long nanos) {
    screen.blank();
    screen.line(screen.strong("Summary"));
    screen.summaryHead();
    results.forEach(screen::summary);
    violations.forEach(what -> screen.failure("a phone was sent: " + what));
    long held = results.stream().filter(Step.Result::held).count();
    screen.line(
        String.format(
            Locale.ROOT,
            "  %d of %d steps held, in %.1f s, without a reload",
            held,
            results.size(),
            nanos / 1e9));
    screen.blank();
    return held == results.size() && violations.isEmpty();
  }

  /** A console until the visitor leaves or somebody stops the server from elsewhere. */
  private static void console(DemoServer demo) throws InterruptedException {
    Thread.ofPlatform()
        .daemon()
        .name("console")
        .start(
            () -> {
              try (ConsoleWindow window =
                  new ConsoleWindow(new LocalLink(demo.server()), LogView.USUAL)) {
                window.run();
              } catch (IOException e) {
                System.err.println("ara: the console ended: " + e.getMessage());
              }
              demo.server().stop();
            });
    demo.server().awaitStop();
  }
}
