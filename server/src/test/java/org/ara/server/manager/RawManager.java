package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client of the manager interface that shows every line. */
final class RawManager implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;
  private final String banner;

  RawManager(int port) throws IOException {
    this(new Socket("127.0.0.1", port));
  }

  RawManager(Socket connected) throws IOException {
    socket = connected;
    socket.setSoTimeout(20_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
    banner = String.valueOf(in.readLine());
  }

  String banner() {
    return banner;
  }

  void login(String user, String secret) throws IOException {
    assertThat(ask("Action: Login", "Username: " + user, "Secret: " + secret))
        .containsEntry("Response", "Success");
  }

  /** Asks for a call to a phone that is not there; what the server says of it. */
  String originate(String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of("Action: Originate", "Channel: SIP/nobody"));
    lines.addAll(List.of(more));
    return ask(lines.toArray(String[]::new)).get("Message");
  }

  void send(String... lines) throws IOException {
    raw(String.join("\r\n", lines) + "\r\n\r\n");
  }

  void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends an action and reads up to its response. */
  Map<String, String> ask(String... lines) throws IOException {
    send(lines);
    Map<String, String> block = block();
    while (!block.containsKey("Response")) {
      block = block();
    }
    return block;
  }

  /** Reads up to an event of that name. */
  Map<String, String> event(String name) throws IOException {
    Map<String, String> block = block();
    while (!name.equals(block.get("Event"))) {
      block = block();
    }
    return block;
  }

  /** The next block; of repeated headers the first, or all of Output joined with line ends. */
  Map<String, String> block() throws IOException {
    Map<String, String> block = new LinkedHashMap<>();
    for (String line : lines()) {
      int colon = line.indexOf(": ");
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 2);
      if (name.equals("Output")) {
        block.merge(name, value, (a, b) -> a + "\n" + b);
      } else {
        block.putIfAbsent(name, value);
      }
    }
    return block;
  }

  /** The lines of the next block. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = in.readLine();
    }
    if (line == null && lines.isEmpty()) {
      throw new IOException("the server closed the connection");
    }
    return lines;
  }

  /** Whether this account may log in now; whoever may not is disconnected. */
  boolean mayLogIn(String user, String secret) throws IOException {
    return "Success"
        .equals(ask("Action: Login", "Username: " + user, "Secret: " + secret).get("Response"));
  }

  /** Whether the server has closed the connection, all that it sent before being read. */
  boolean isClosed() throws IOException {
    String line = in.readLine();
    while (line != null) {
      line = in.readLine();
    }
    return true;
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
