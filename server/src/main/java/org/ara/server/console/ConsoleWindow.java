package org.ara.server.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/**
 * The interactive console: reads lines with editing, history and completion and runs them in a
 * server until {@code quit} or the end of input.
 */
public final class ConsoleWindow implements AutoCloseable {

  private static final Path HISTORY = Path.of(System.getProperty("user.home"), ".ara_history");

  private final ConsoleLink link;
  private final Terminal terminal;
  private final LineReader reader;
  private final LogView view;
  private final LinePaint paint;

  /** Held while lines are written: those of the log come between those of a command. */
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * A console on the process's own terminal.
   *
   * @param view what it shows of the log
   * @throws IOException if the terminal cannot be used
   */
  public ConsoleWindow(ConsoleLink link, LogView view) throws IOException {
    this.link = link;
    this.view = view;
    this.paint = new LinePaint(view);
    this.terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("ara")
            .completer(
                (self, typed, candidates) ->
                    complete(typed.line().substring(0, typed.cursor()), candidates))
            .variable(LineReader.HISTORY_FILE, HISTORY)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /**
   * Serves the operator until they leave.
   *
   * @throws IOException if the server is gone
   */
  public void run() throws IOException {
    terminal.writer().println(link.banner());
    link.watch((number, text) -> printAbove(paint.paint(text)));
    for (String command : view.commands()) {
      link.execute(command, OutputStream.nullOutputStream());
    }
    try {
      while (true) {
        String line = reader.readLine(link.prompt());
        if (PlainConsole.leaves(line)) {
          return;
        }
        if (!line.isBlank()) {
          link.execute(line, new WholeLines(terminal.output(), turn));
        }
      }
    } catch (EndOfFileException | UserInterruptException e) {
      // Control-D and Control-C leave like quit does.
      return;
    }
  }

  /** Prints a line without disturbing the one being typed. */
  private void printAbove(AttributedString text) {
    turn.lock();
    try {
      reader.printAbove(text);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
    link.close();
  }

  private void complete(String line, List<Candidate> candidates) {
    try {
      link.complete(line).forEach(word -> candidates.add(new Candidate(word)));
    } catch (IOException e) {
      printAbove(new AttributedString("The server is gone: " + e.getMessage()));
    }
  }
}
