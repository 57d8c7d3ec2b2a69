package org.ara.server.log;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Syslog, written to by a thread of its own (RFC 3164 section 4.1, without the host's name, as
 * local programs write). Messages that nobody receives are counted and left out.
 */
final class SyslogTarget implements LogTarget {

  /** Where syslog usually is. */
  static final String USUAL = "/dev/log";

  private static final int PORT = 514;

  /** What receivers take at least (RFC 5424 section 6.1), and RFC 3164 as a whole. */
  private static final int LONGEST = 2048;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final String name;
  private final int facility;
  private final String address;
  private final Consumer<String> alarm;
  private final Waiting<byte[]> waiting;
  private @Nullable Sender sender;
  private volatile boolean works = true;

  /** Sends datagrams somewhere. */
  private interface Sender {
    void send(byte[] datagram) throws IOException;

    void close();
  }

  /**
   * A channel to syslog.
   *
   * @param name {@code syslog.FACILITY}
   * @param address a path, or {@code host[:port]}
   * @param limit how many messages may wait
   * @param alarm takes what goes wrong, to tell it elsewhere
   */
  SyslogTarget(String name, String address, int limit, Consumer<String> alarm) {
    this.name = name;
    this.facility =
        SyslogFacility.named(name.substring(ChannelSettings.SYSLOG.length())).orElseThrow();
    this.address = address;
    this.alarm = alarm;
    this.waiting = new Waiting<>(limit);
    Thread.ofPlatform().daemon().name("syslog").start(this::deliver);
  }

  @Override
  public String type() {
    return "Syslog";
  }

  @Override
  public String place() {
    return name;
  }

  @Override
  public boolean works() {
    return works;
  }

  @Override
  public void write(LogLine line, String text) {
    int priority = facility * 8 + SyslogFacility.severity(line.level());
    waiting.offer(datagram(priority, line.moment(), text));
  }

  private static byte[] datagram(int priority, Instant moment, String text) {
    String whole =
        "<%d>%s asterisk[%d]: %s"
            .formatted(priority, TIME.format(moment), ProcessHandle.current().pid(), text);
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST ? bytes : java.util.Arrays.copyOf(bytes, LONGEST);
  }

  @Override
  public void close() {
    waiting.close();
  }

  private void deliver() {
    try {
      for (Optional<Waiting.Next<byte[]>> next = waiting.take();
          next.isPresent();
          next = waiting.take()) {
        long missed = next.get().missed();
        send(
            next.get()
                .line()
                .orElseGet(
                    () ->
                        datagram(
                            facility * 8 + 4,
                            Instant.now(),
                            missed + " lines are left out here: syslog was too slow")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  /** Sends a message, once more after a new start of the receiver. */
  private void send(byte[] datagram) {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        connected().send(datagram);
        works = true;
        return;
      } catch (IOException e) {
        disconnect();
        if (attempt > 0) {
          lost(e);
        }
      }
    }
  }

  private void lost(IOException why) {
    if (works) {
      works = false;
      alarm.accept(name + ": syslog at " + address + " cannot be reached: " + why.getMessage());
    }
  }

  private Sender connected() throws IOException {
    Sender open = sender;
    if (open == null) {
      open = address.startsWith("/") ? local(Path.of(address)) : remote(address);
      sender = open;
    }
    return open;
  }

  private void disconnect() {
    Sender open = sender;
    sender = null;
    if (open != null) {
      open.close();
    }
  }

  private static Sender local(Path path) throws IOException {
    UnixDatagram socket = new UnixDatagram(path);
    return new Sender() {
      @Override
      public void send(byte[] datagram) throws IOException {
        socket.send(datagram);
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }

  private static Sender remote(String address) throws IOException {
    int colon = address.lastIndexOf(':');
    boolean port = colon > 0 && address.substring(colon + 1).matches("[0-9]{1,5}");
    InetSocketAddress to =
        new InetSocketAddress(
            port ? address.substring(0, colon) : address,
            port ? Math.min(65_535, Integer.parseInt(address.substring(colon + 1))) : PORT);
    if (to.isUnresolved()) {
      throw new IOException("there is no host of that name");
    }
    DatagramSocket socket = new DatagramSocket();
    socket.connect(to);
    return new Sender() {
      @Override
      public void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length));
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }
}
