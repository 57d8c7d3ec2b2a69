package org.ara.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ara in a process of its own, started with the launcher's options.
 *
 * @param process the server's
 * @param address where it takes SIP over UDP
 */
public record AraServer(Process process, InetSocketAddress address) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String DIRECTORIES =
      """
      [directories]
      astetcdir => .
      astvarlibdir => ../lib
      astspooldir => ../spool
      astrundir => ../run
      astlogdir => ../log
      """;

  /** Finds a UDP port of 127.0.0.1 that nobody listens on. */
  public static InetSocketAddress freeAddress() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      return new InetSocketAddress(loopback, socket.getLocalPort());
    }
  }

  /**
   * Starts it.
   *
   * @param address what its {@code sip.conf} says
   * @param files its configuration, without {@code asterisk.conf} and {@code modules.conf}
   */
  public static AraServer start(Path home, InetSocketAddress address, Map<String, String> files)
      throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(etc.resolve("asterisk.conf"), DIRECTORIES);
    Files.writeString(etc.resolve("modules.conf"), "[modules]\nautoload = yes\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(etc.resolve(file.getKey()), file.getValue());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djdk.pollerMode=1");
    String more = System.getenv().getOrDefault("ARA_JAVA_OPTIONS", "").strip();
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" +")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.ara.server.ServerMain");
    command.addAll(List.of("-C", etc.resolve("asterisk.conf").toString(), "-f"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("ara.log").toFile())
            .start();
    return new AraServer(process, address);
  }

  /** Processor time that it has used so far, in microseconds; ticks of 10 ms. */
  public long cpuMicros() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1000;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE)) {
      process.destroyForcibly();
    }
  }
}
