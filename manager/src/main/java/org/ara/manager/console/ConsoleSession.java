package org.ara.manager.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ara.manager.CommandLine;
import org.ara.manager.Dispatcher;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.ServerLog;
import org.jspecify.annotations.Nullable;

/** One connected console, served until it hangs up: reads a command, answers, reads the next. */
final class ConsoleSession {

  private final InputStream in;
  private final SharedOutput out;
  private final Dispatcher dispatcher;
  private final ConsoleLog log;

  /**
   * A session.
   *
   * @param log shows the log to somebody, at first muted
   */
  ConsoleSession(
      InputStream in,
      OutputStream out,
      Dispatcher dispatcher,
      Function<ServerLog.Receiver, ConsoleLog> log) {
    this.in = new BufferedInputStream(in);
    this.out = new SharedOutput(out);
    this.dispatcher = dispatcher;
    this.log = log.apply(this.out::live);
  }

  void run(String greeting) throws IOException {
    try (log) {
      out.print(greeting + "\n");
      out.flush();
      for (String command = read(); command != null; command = read()) {
        boolean more = answer(command);
        out.flush();
        if (!more) {
          return;
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Answers one command and says whether the connection stays open. */
  private boolean answer(String command) throws IOException {
    if (command.startsWith(ConsoleProtocol.QUIT_AFTER)) {
      execute(command.substring(ConsoleProtocol.QUIT_AFTER.length()));
      return false;
    }
    if (command.startsWith(ConsoleProtocol.MATCHES)) {
      out.print(matches(command.substring(ConsoleProtocol.MATCHES.length())));
      return true;
    }
    if (command.startsWith(ConsoleProtocol.COUNT)) {
      List<String> found = completions(command.substring(ConsoleProtocol.COUNT.length()));
      out.print(Integer.toString(found.size()));
      return true;
    }
    Status status = execute(command);
    char digit =
        (char) (status == Status.SUCCESS ? ConsoleProtocol.SUCCEEDED : ConsoleProtocol.FAILED);
    out.print("\0" + digit + "\n");
    return true;
  }

  private Status execute(String command) {
    Output output =
        new Output() {
          @Override
          public void line(String text) {
            printUnchecked(text.replace('\0', '?') + "\n");
          }

          @Override
          public Optional<ConsoleLog> log() {
            return Optional.of(log);
          }
        };
    return dispatcher.execute(command, output);
  }

  /** The longest common start of the completions, the completions themselves, the end mark. */
  private String matches(String quoted) {
    List<String> words = completions(quoted);
    if (words.isEmpty()) {
      return ConsoleProtocol.END_OF_MATCHES;
    }
    return commonStart(words)
        + " "
        + String.join(" ", words)
        + " "
        + ConsoleProtocol.END_OF_MATCHES;
  }

  private List<String> completions(String quoted) {
    List<String> arguments = CommandLine.parse(quoted).words();
    return arguments.isEmpty() ? List.of() : dispatcher.complete(arguments.getFirst());
  }

  private static String commonStart(List<String> sorted) {
    String first = sorted.getFirst();
    String last = sorted.getLast();
    int length = 0;
    while (length < Math.min(first.length(), last.length())
        && first.charAt(length) == last.charAt(length)) {
      length++;
    }
    return first.substring(0, length);
  }

  /** The next command without its NUL, or null once the client has hung up. */
  private @Nullable String read() throws IOException {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    for (int b = in.read(); b != ConsoleProtocol.NUL; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (command.size() == ConsoleProtocol.MAX_COMMAND) {
        out.print("A command has at most " + ConsoleProtocol.MAX_COMMAND + " bytes\n");
        out.flush();
        return null;
      }
      command.write(b);
    }
    return command.toString(StandardCharsets.UTF_8);
  }

  private void printUnchecked(String text) {
    try {
      out.print(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
