package org.ara.testkit.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One end of an audio stream on a free even port: says a tone or digits every 20 ms once it knows
 * where to, and remembers what it hears. Safe for use by several threads.
 */
public final class RtpEndpoint implements AutoCloseable {

  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final DatagramSocket socket;
  private final Runnable onChange;
  private final Ear ear;
  private final Mouth mouth;
  private volatile @Nullable InetSocketAddress remote;
  private volatile G711 law = G711.PCMU;
  private volatile long lastHeard = System.nanoTime();
  private volatile @Nullable InetSocketAddress heardFrom;

  private RtpEndpoint(DatagramSocket socket, int eventType, Runnable onChange) {
    this.socket = socket;
    this.onChange = onChange;
    this.ear = new Ear(eventType);
    this.mouth = new Mouth(eventType);
  }

  /**
   * Opens an endpoint and starts listening.
   *
   * @param eventType the payload type of telephone events, 96 to 127
   * @param onChange called whenever something was heard; must be quick
   */
  public static RtpEndpoint open(InetAddress address, int eventType, Runnable onChange) {
    RtpEndpoint endpoint = new RtpEndpoint(evenPort(address), eventType, onChange);
    Thread.ofVirtual().name("rtp-listen").start(endpoint::listen);
    Thread.ofVirtual().name("rtp-speak").start(endpoint::speak);
    return endpoint;
  }

  /** RFC 3550 11: audio on an even port. */
  private static DatagramSocket evenPort(InetAddress address) {
    try {
      for (int attempt = 0; attempt < 64; attempt++) {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0));
        if (socket.getLocalPort() % 2 == 0) {
          return socket;
        }
        socket.close();
      }
      throw new IOException("No even UDP port is free on " + address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /**
   * Sets where to speak to, {@code null} for nowhere, in which law, and the payload type of
   * telephone events in both directions.
   */
  public void direct(@Nullable InetSocketAddress to, G711 as, int eventType) {
    ear.eventType(eventType);
    mouth.eventType(eventType);
    law = as;
    remote = to;
  }

  /** Speaks this tone from now on. */
  public void play(Tone tone) {
    mouth.play(tone);
  }

  /** Speaks nothing from now on. */
  public void silence() {
    mouth.silence();
  }

  /** Presses these keys, one after the other. */
  public void press(String keys) {
    keys.chars().forEach(key -> mouth.press((char) key));
  }

  /** Whether digits still wait to be sent. */
  public boolean pressing() {
    return mouth.pressing();
  }

  /** What has been heard up to now. */
  public Heard heard() {
    return ear.heard();
  }

  /** How long nothing has been heard, in nanoseconds. */
  public long quietNanos() {
    return System.nanoTime() - lastHeard;
  }

  /** Where the last packet came from; {@code null} before the first. */
  public @Nullable InetSocketAddress heardFrom() {
    return heardFrom;
  }

  private void listen() {
    byte[] buffer = new byte[2048];
    DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
    while (!socket.isClosed()) {
      try {
        datagram.setLength(buffer.length);
        socket.receive(datagram);
        RtpPacket packet = RtpPacket.decode(buffer, datagram.getLength());
        heardFrom = (InetSocketAddress) datagram.getSocketAddress();
        if (ear.take(packet)) {
          lastHeard = System.nanoTime();
        }
        onChange.run();
      } catch (IllegalArgumentException notRtp) {
        // Anybody may send to a media port; what is not RTP is not heard.
      } catch (SocketException closedOrUnreachable) {
        // Closed: the loop ends. Otherwise an ICMP error for what was sent, as while a peer closes.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void speak() {
    long due = System.nanoTime();
    while (!socket.isClosed()) {
      due += FRAME_NANOS;
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      } else if (early < -10 * FRAME_NANOS) {
        due = System.nanoTime(); // Held up for long: go on from here rather than in a burst.
      }
      InetSocketAddress to = remote;
      RtpPacket packet = to == null ? null : mouth.next(law);
      if (to != null && packet != null) {
        send(packet.encode(), to);
      }
    }
  }

  private void send(byte[] bytes, InetSocketAddress to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      // A datagram that cannot leave is a lost one; the books of the other end show it.
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
