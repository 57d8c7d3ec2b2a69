package org.ara.manager.console;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The other end of the console's socket. Uses nothing but the JDK, since the time it takes to load
 * is the time an operator waits.
 */
public final class ConsoleClient implements AutoCloseable {

  private final SocketChannel channel;
  private final LiveInput in;
  private final OutputStream out;
  private final String greeting;

  private ConsoleClient(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.in = new LiveInput(Channels.newInputStream(channel));
    this.out = Channels.newOutputStream(channel);
    this.greeting = readGreeting();
  }

  /**
   * Connects to the server behind a socket and reads its greeting.
   *
   * @throws ConsoleFullException if the server takes no more consoles
   * @throws IOException if no server answers there
   */
  public static ConsoleClient connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      return new ConsoleClient(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** {@code hostname/pid/version}. */
  public String greeting() {
    return greeting;
  }

  /**
   * Has the lines of the log taken as they come, on a thread of their own; the server sends none
   * before it is asked to. To be called once, before any command.
   *
   * @param gone told when the server has hung up, whether or not a command waits for its answer
   */
  public void watch(LiveLog log, Runnable gone) {
    in.readAhead(log, gone);
  }

  /**
   * Runs a command in the server and copies what it prints.
   *
   * @param to where the UTF-8 output goes as it arrives
   * @return whether the command succeeded
   * @throws EOFException if the server hung up before the command ended
   */
  public boolean execute(String command, OutputStream to) throws IOException {
    send(command);
    for (int b = in.read(); b != ConsoleProtocol.NUL; b = in.read()) {
      if (b < 0) {
        to.flush();
        throw new EOFException("the server hung up");
      }
      to.write(b);
    }
    to.flush();
    int status = in.read();
    in.read();
    return status == ConsoleProtocol.SUCCEEDED;
  }

  /** What could stand at the end of this line: whole words, sorted. */
  public List<String> complete(String line) throws IOException {
    send(ConsoleProtocol.MATCHES + quoted(line) + " " + quoted(""));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith(ConsoleProtocol.END_OF_MATCHES)) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the server hung up");
      }
      answer.write(b);
      text = b == '_' ? answer.toString(StandardCharsets.UTF_8) : text;
    }
    List<String> words = List.of(text.split(" "));
    return words.size() < 3 ? List.of() : words.subList(1, words.size() - 1);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private String readGreeting() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the server hung up without a greeting");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    if (text.equals(ConsoleProtocol.FULL)) {
      throw new ConsoleFullException();
    }
    return text;
  }

  private void send(String command) throws IOException {
    byte[] bytes = (command.replace('\0', ' ') + "\0").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > ConsoleProtocol.MAX_COMMAND) {
      throw new IOException("a command has at most " + ConsoleProtocol.MAX_COMMAND + " bytes");
    }
    out.write(bytes);
    out.flush();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
