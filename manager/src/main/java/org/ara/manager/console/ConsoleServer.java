package org.ara.manager.console;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.manager.Dispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts consoles on a Unix socket that only its owner may open, a virtual thread for each. Who
 * may open the file may do everything: there is no password.
 */
public final class ConsoleServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

  private final Path path;
  private final String greeting;
  private final Dispatcher dispatcher;
  private final ServerSocketChannel listener;
  private final Set<SocketChannel> consoles = ConcurrentHashMap.newKeySet();

  private ConsoleServer(
      Path path, String greeting, Dispatcher dispatcher, ServerSocketChannel listener) {
    this.path = path;
    this.greeting = greeting;
    this.dispatcher = dispatcher;
    this.listener = listener;
  }

  /**
   * Starts listening. A file left over from a server that died is replaced; the caller has made
   * sure that no server is alive behind it.
   *
   * @param path where the socket goes, at most about 100 bytes long
   * @param greeting the first line a console reads, {@code hostname/pid/version}
   * @throws IOException if the socket cannot be made there
   */
  public static ConsoleServer start(Path path, String greeting, Dispatcher dispatcher)
      throws IOException {
    Files.deleteIfExists(path);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    ConsoleServer server = new ConsoleServer(path, greeting, dispatcher, listener);
    Thread.ofVirtual().name("console-listener").start(server::accept);
    return server;
  }

  /** Stops listening, hangs up on every console and removes the socket's file. */
  @Override
  public void close() {
    closeQuietly(listener);
    consoles.forEach(ConsoleServer::closeQuietly);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", path, e.getMessage());
    }
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        admit(listener.accept());
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("A console could not be accepted on {}: {}", path, e.getMessage());
      }
    }
  }

  private void admit(SocketChannel console) throws IOException {
    if (consoles.size() >= ConsoleProtocol.MAX_CONSOLES) {
      try (console;
          OutputStream out = Channels.newOutputStream(console)) {
        out.write((ConsoleProtocol.FULL + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return;
    }
    consoles.add(console);
    Thread.ofVirtual().name("console").start(() -> serve(console));
  }

  private void serve(SocketChannel console) {
    try (console) {
      new ConsoleSession(
              Channels.newInputStream(console), Channels.newOutputStream(console), dispatcher)
          .run(greeting);
    } catch (IOException e) {
      LOG.debug("A console went away: {}", e.getMessage());
    } finally {
      consoles.remove(console);
    }
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) {
      LOG.debug("While closing the console: {}", e.getMessage());
    }
  }
}
