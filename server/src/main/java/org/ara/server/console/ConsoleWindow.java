package org.ara.server.console;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/**
 * The interactive console: reads lines with editing, history and completion and runs them in a
 * server until {@code quit} or the end of input.
 */
public final class ConsoleWindow implements AutoCloseable {

  /** Lines that are better forgotten: passwords are typed in them. */
  private static final String SECRETS = "*secret*:*passw*";

  private static final Path HISTORY = Path.of(System.getProperty("user.home"), ".ara_history");

  private final ConsoleLink link;
  private final Terminal terminal;
  private final LineReader reader;
  private final LogView view;
  private final LinePaint paint;
  private final Prompt prompt;
  private volatile boolean lost;

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
    this.terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    boolean colours =
        view.colours()
            && link.server().colours()
            && !terminal.getType().startsWith(Terminal.TYPE_DUMB)
            && System.getenv("NO_COLOR") == null;
    this.view = colours ? view : view.with("-n");
    this.paint = new LinePaint(this.view);
    this.prompt = prompt(link.server(), colours);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("ara")
            .parser(new DefaultParser().quoteChars(new char[] {'"'}))
            .completer(
                (self, typed, candidates) ->
                    complete(typed.line().substring(0, typed.cursor()), candidates))
            .variable(LineReader.HISTORY_FILE, history())
            .variable(LineReader.HISTORY_IGNORE, SECRETS)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
  }

  private static Prompt prompt(KnownServer server, boolean colours) {
    return new Prompt(
        Objects.requireNonNullElse(System.getenv("ASTERISK_PROMPT"), Prompt.usual(server.remote())),
        server.host(),
        server.systemName(),
        server.remote(),
        colours,
        Clock.systemDefaultZone());
  }

  /** The file of the lines that were typed, which nobody else may read. */
  private static Path history() {
    try {
      if (!Files.exists(HISTORY)) {
        Files.createFile(
            HISTORY,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException | UnsupportedOperationException e) {
      return HISTORY; // the reader makes it, or does without
    }
    return HISTORY;
  }

  /**
   * Serves the operator until they leave or are made to.
   *
   * @throws IOException if the server is gone
   */
  public void run() throws IOException {
    Thread operator = Thread.currentThread();
    terminal.writer().println(link.banner());
    link.watch((number, text) -> printAbove(paint.paint(text)), () -> loseServer(operator));
    for (String command : view.commands()) {
      link.execute(command, OutputStream.nullOutputStream());
    }
    try {
      for (String line = read(); !PlainConsole.leaves(line); line = read()) {
        if (line.startsWith(Shell.MARK)) {
          shell(line);
        } else if (!line.isBlank()) {
          link.execute(line, new WholeLines(terminal.output(), turn));
        }
      }
    } catch (EndOfFileException | UserInterruptException e) {
      if (lost) {
        throw new EOFException("the server hung up");
      }
      // Control-D and Control-C leave like quit does.
    }
  }

  private String read() {
    return reader.readLine(prompt.text().replace("%", "%%"));
  }

  /** Ends the wait for a line that no server would read. */
  private void loseServer(Thread operator) {
    lost = true;
    operator.interrupt();
  }

  private void shell(String line) {
    if (!link.server().shell()) {
      printAbove(new AttributedString("Shell access is disabled on remote consoles"));
      return;
    }
    try {
      int unused = Shell.run(line);
    } catch (IOException e) {
      printAbove(new AttributedString(String.valueOf(e.getMessage())));
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
