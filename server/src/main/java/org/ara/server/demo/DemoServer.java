package org.ara.server.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.ara.server.AraServer;
import org.ara.server.StartException;
import org.ara.server.first.FirstStart;

/** A server of the demo's own: a fresh directory, an empty embedded database, 127.0.0.1 only. */
final class DemoServer implements AutoCloseable {

  /** Where phones look for a server unless told otherwise. */
  static final int STANDARD_PORT = 5060;

  private final Path home;
  private final int port;
  private final AraServer server;

  private DemoServer(Path home, int port, AraServer server) {
    this.home = home;
    this.port = port;
    this.server = server;
  }

  /**
   * Lays out a home in the temporary directory and starts a server on it.
   *
   * @throws StartException if it cannot start
   */
  static DemoServer start() throws IOException, StartException {
    Path home = freshDirectory();
    Path etc = Files.createDirectories(home.resolve("etc"));
    int port = freePort();
    Files.writeString(
        etc.resolve("sip.conf"),
        """
        [general]
        udpbindaddr = 127.0.0.1:%d
        context = phones
        """
            .formatted(port));
    FirstStart.layOut(home);
    try {
      return new DemoServer(home, port, AraServer.startAlone(home.resolve("etc/asterisk.conf")));
    } catch (StartException e) {
      delete(home);
      throw e;
    }
  }

  /** As {@link Files#createTempDirectory}, with a name that can be typed. */
  private static Path freshDirectory() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    FileAttribute<?> ours =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    while (true) {
      int number = ThreadLocalRandom.current().nextInt(1000, 10_000);
      try {
        return Files.createDirectory(temporary.resolve("ara-demo-" + number), ours);
      } catch (FileAlreadyExistsException taken) {
        // Another number, then.
      }
    }
  }

  private static int freePort() throws SocketException {
    for (int port : List.of(STANDARD_PORT, 0)) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      try (DatagramSocket socket = new DatagramSocket(address)) {
        return socket.getLocalPort();
      } catch (SocketException taken) {
        if (port == 0) {
          throw taken;
        }
      }
    }
    throw new SocketException("No UDP port is free");
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  Path database() {
    return home.resolve("lib/ara.sqlite3");
  }

  Path configuration() {
    return home.resolve("etc/asterisk.conf");
  }

  Path home() {
    return home;
  }

  AraServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    delete(home);
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What cannot be deleted stays in the temporary directory, which others clean.
    }
  }
}
