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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ara.manager.Dispatcher;
import org.ara.module.log.ConsoleLog;
import org.ara.module.log.ServerLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts consoles on a Unix socket that only its owner may open, a virtual thread for each. Who
 * may open the file may do everything: there is no password.
 */
public final class ConsoleServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

  /** How long a console may take to read its last answer. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** What fits into a {@code sockaddr_un} everywhere, with its final NUL. */
  private static final int LONGEST_PATH = 103;

  private final Path path;
  private final String greeting;
  private final Dispatcher dispatcher;
  private final Function<ServerLog.Receiver, ConsoleLog> log;
  private final ServerSocketChannel listener;

  /** The connected consoles, each with the thread that serves it. */
  private final Map<SocketChannel, Thread> consoles = new ConcurrentHashMap<>();

  private ConsoleServer(
      Path path,
      String greeting,
      Dispatcher dispatcher,
      Function<ServerLog.Receiver, ConsoleLog> log,
      ServerSocketChannel listener) {
    this.path = path;
    this.greeting = greeting;
    this.dispatcher = dispatcher;
    this.log = log;
    this.listener = listener;
  }

  /**
   * Starts listening. A file left over from a server that died is replaced; the caller has made
   * sure that no server is alive behind it.
   *
   * @param path where the socket goes, at most 103 bytes long
   * @param greeting the first line a console reads, {@code hostname/pid/version}
   * @param log shows the log to a console, at first muted
   * @throws IOException if the socket cannot be made there
   */
  public static ConsoleServer start(
      Path path,
      String greeting,
      Dispatcher dispatcher,
      Function<ServerLog.Receiver, ConsoleLog> log)
      throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      throw new IOException(
          "the path of the console's socket is too long, "
              + path
              + ": name a directory with a path of at most 90 bytes as astrundir in asterisk.conf");
    }
    Files.deleteIfExists(path);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    ConsoleServer server = new ConsoleServer(path, greeting, dispatcher, log, listener);
    Thread.ofVirtual().name("console-listener").start(server::accept);
    return server;
  }

  /**
   * Stops listening and removes the socket's file. Consoles are read no more, but one that waits
   * for the answer to its last command, say {@code core stop now}, gets it before it is hung up on.
   */
  @Override
  public void close() {
    closeQuietly(listener);
    consoles.keySet().forEach(ConsoleServer::stopReading);
    consoles.forEach(ConsoleServer::hangUp);
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
    Thread session = Thread.ofVirtual().name("console").unstarted(() -> serve(console));
    consoles.put(console, session);
    session.start();
  }

  private void serve(SocketChannel console) {
    try (console) {
      new ConsoleSession(
              Channels.newInputStream(console), Channels.newOutputStream(console), dispatcher, log)
          .run(greeting);
    } catch (IOException e) {
      LOG.debug("A console went away: {}", e.getMessage());
    } finally {
      consoles.remove(console);
    }
  }

  private static void stopReading(SocketChannel console) {
    try {
      console.shutdownInput();
    } catch (IOException e) {
      LOG.debug("A console went away: {}", e.getMessage());
    }
  }

  private static void hangUp(SocketChannel console, Thread session) {
    try {
      session.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(console);
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) {
      LOG.debug("While closing the console: {}", e.getMessage());
    }
  }
}
