package org.ara.manager.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.ara.manager.CommandRegistry;
import org.ara.manager.Dispatcher;
import org.ara.manager.EchoCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleServerTest {

  @TempDir Path directory;
  private Path socket;
  private ConsoleServer server;

  @BeforeEach
  void start() throws IOException {
    CommandRegistry registry = new CommandRegistry();
    registry.register(new EchoCommand("echo"));
    socket = directory.resolve("asterisk.ctl");
    server = ConsoleServer.start(socket, "host/1/20", new Dispatcher(registry), SilentLog::new);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSocketBelongsToItsOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
  }

  @Test
  void aClientIsGreetedAndRunsOneCommandAfterAnother() throws IOException {
    try (ConsoleClient client = ConsoleClient.connect(socket)) {
      assertThat(client.greeting()).isEqualTo("host/1/20");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(client.execute("echo één twee", out)).isTrue();
      assertThat(client.execute("echo fail", out)).isFalse();
      assertThat(client.execute("nonsense", out)).isFalse();
      assertThat(client.execute("echo four", out)).isTrue();
      assertThat(out.toString(UTF_8))
          .isEqualTo(
              """
              één
              twee
              fail
              Command 'echo fail' failed.
              No such command 'nonsense' (type 'core show help nonsense' for other possible commands)
              four
              """);
    }
  }

  @Test
  void whatIsTypedIsCompleted() throws IOException {
    try (ConsoleClient client = ConsoleClient.connect(socket)) {
      assertThat(client.complete("ec")).containsExactly("echo");
      assertThat(client.complete("echo b")).containsExactly("bob", "boris");
      assertThat(client.complete("echo \"b")).containsExactly("bob", "boris");
      assertThat(client.complete("nonsense ")).isEmpty();
    }
  }

  @Test
  void asterisksOwnConsoleGetsPlainOutputAndAClosedConnection() throws IOException {
    assertThat(exchange("cli quit after echo one two\0")).isEqualTo("host/1/20\none\ntwo\n");
  }

  @Test
  void anAnswerEndsWithAMarkThatSaysHowItWent() throws IOException {
    assertThat(exchange("echo x\0cli quit after echo fail\0"))
        .isEqualTo("host/1/20\nx\n\0" + "0\nfail\nCommand 'echo fail' failed.\n");
  }

  @Test
  void aCommandMayArriveByteByByte() throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      for (byte b : "cli quit after echo slow\0".getBytes(UTF_8)) {
        channel.write(ByteBuffer.wrap(new byte[] {b}));
      }
      assertThat(readAll(channel)).endsWith("\nslow\n");
    }
  }

  @Test
  void aCommandWithoutEndIsRefusedAtTheBound() throws IOException {
    assertThat(exchange("x".repeat(ConsoleProtocol.MAX_COMMAND + 1)))
        .isEqualTo("host/1/20\nA command has at most 16384 bytes\n");
  }

  @Test
  void oneConsoleTooManyIsTurnedAwayUntilAnotherLeaves() throws IOException {
    List<ConsoleClient> clients = new ArrayList<>();
    for (int i = 0; i < ConsoleProtocol.MAX_CONSOLES; i++) {
      clients.add(ConsoleClient.connect(socket));
    }
    assertThatThrownBy(() -> ConsoleClient.connect(socket))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No more connections allowed");
    clients.removeFirst().close();
    await().untilAsserted(() -> clients.add(ConsoleClient.connect(socket)));
    for (ConsoleClient client : clients) {
      client.close();
    }
  }

  @Test
  void aClosedServerHangsUpAndLeavesNoFile() throws IOException {
    try (ConsoleClient client = ConsoleClient.connect(socket)) {
      server.close();
      assertThat(socket).doesNotExist();
      assertThatThrownBy(() -> client.execute("echo x", new ByteArrayOutputStream()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPathThatNoSocketCanHaveIsRefusedWithAnAdvice() {
    Path deep = directory.resolve("d".repeat(120)).resolve("asterisk.ctl");
    assertThatThrownBy(
            () ->
                ConsoleServer.start(
                    deep, "host/1/20", new Dispatcher(new CommandRegistry()), SilentLog::new))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long")
        .hasMessageContaining("astrundir");
  }

  private String exchange(String bytes) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(bytes.getBytes(UTF_8)));
      return readAll(channel);
    }
  }

  private static String readAll(SocketChannel channel) throws IOException {
    return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
  }
}
