package org.ara.bench.register;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends REGISTER requests of users that nobody knows, so many a second, from one or more addresses
 * of the loopback network, and reads no answer.
 */
final class Flood implements AutoCloseable {

  private static final long TICK_NANOS = 1_000_000;
  private static final int DIGITS = 12;
  private static final String HOLE = "#".repeat(DIGITS);

  private final List<DatagramChannel> sources = new ArrayList<>();
  private final Thread thread;
  private volatile boolean over;
  private volatile long sent;
  private final long begun = System.nanoTime();

  /**
   * Begins.
   *
   * @param perSecond how many; a machine that is too slow sends fewer
   * @param addresses from how many addresses in turns
   */
  Flood(InetSocketAddress server, int perSecond, int addresses) throws IOException {
    for (int i = 0; i < addresses; i++) {
      DatagramChannel channel = DatagramChannel.open();
      byte[] address = {127, 0, (byte) (1 + i / 250), (byte) (1 + i % 250)};
      channel.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
      channel.configureBlocking(false);
      sources.add(channel);
    }
    this.thread = new Thread(() -> run(server, perSecond), "flood");
    thread.setDaemon(true);
    thread.start();
  }

  /** Requests a second so far. */
  double perSecond() {
    return sent / ((System.nanoTime() - begun) / 1e9);
  }

  private void run(InetSocketAddress server, int perSecond) {
    byte[] template = request(server).getBytes(StandardCharsets.US_ASCII);
    List<Integer> holes = holes(template);
    ByteBuffer packet = ByteBuffer.allocateDirect(template.length).put(template);
    try {
      while (!over) {
        long due = (System.nanoTime() - begun) / 1000 * perSecond / 1_000_000;
        while (sent < due && !over) {
          fill(packet, holes);
          sources.get((int) (sent % sources.size())).send(packet.rewind(), server);
          sent++;
        }
        LockSupport.parkNanos(TICK_NANOS);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the flood cannot go on", e);
    }
  }

  private static void fill(ByteBuffer packet, List<Integer> holes) {
    long number = ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      byte character = (byte) ('0' + number % 10);
      number /= 10;
      for (int hole : holes) {
        packet.put(hole + digit, character);
      }
    }
  }

  private static List<Integer> holes(byte[] template) {
    String text = new String(template, StandardCharsets.US_ASCII);
    List<Integer> holes = new ArrayList<>();
    for (int at = text.indexOf(HOLE); at >= 0; at = text.indexOf(HOLE, at + DIGITS)) {
      holes.add(at);
    }
    return holes;
  }

  private static String request(InetSocketAddress server) {
    return String.format(
        Locale.ROOT,
        """
        REGISTER sip:127.0.0.1:%d SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK%2$s;rport
        Max-Forwards: 70
        From: <sip:u%2$s@127.0.0.1>;tag=%2$s
        To: <sip:u%2$s@127.0.0.1>
        Call-ID: f%2$s
        CSeq: 1 REGISTER
        Contact: <sip:u%2$s@127.0.0.1:9>
        Expires: 3600
        Content-Length: 0

        """
            .replace("\n", "\r\n"),
        server.getPort(),
        HOLE);
  }

  @Override
  public void close() throws IOException {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (DatagramChannel source : sources) {
      source.close();
    }
  }
}
