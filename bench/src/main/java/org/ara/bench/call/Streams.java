package org.ara.bench.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends packets of 20 ms of PCMU in both directions of many calls, evenly spread over the time, and
 * measures how long each takes to arrive. A few sockets serve all calls: their number is the
 * server's business, not this program's.
 */
final class Streams implements AutoCloseable {

  private static final int SOCKETS = 4;
  private static final int QUEUE_BYTES = 4 << 20;
  private static final int LENGTH = 172;
  private static final int SENT_AT = 16;
  private static final int PACKETS_A_SECOND = 50;
  private static final long TICK_NANOS = 1_000_000L;
  private static final int TICKS = 20;

  private final List<DatagramChannel> callers = new ArrayList<>();
  private final List<DatagramChannel> callees = new ArrayList<>();
  private final Selector selector = Selector.open();
  private final ByteBuffer in = ByteBuffer.allocateDirect(2048);
  private final ByteBuffer out = ByteBuffer.allocateDirect(LENGTH);
  private volatile boolean receiving;
  private volatile long measuredFrom;

  Streams() throws IOException {
    for (int i = 0; i < SOCKETS; i++) {
      callers.add(open());
      callees.add(open());
    }
    for (int i = 0; i < LENGTH; i++) {
      out.put(i, (byte) 0x7f);
    }
    out.put(0, (byte) 0x80).put(1, (byte) 0);
  }

  private DatagramChannel open() throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, QUEUE_BYTES);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    return channel;
  }

  /** Where the caller of a call hears. */
  int callerPort(int call) throws IOException {
    return port(callers.get(call % SOCKETS));
  }

  /** Where the callee of a call hears. */
  int calleePort(int call) throws IOException {
    return port(callees.get(call % SOCKETS));
  }

  private static int port(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** The same streams with nothing between the phones. */
  Talk direct(int call) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return new Talk(
          new InetSocketAddress(loopback, callerPort(call)),
          new InetSocketAddress(loopback, calleePort(call)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a while of talking came to.
   *
   * @param sent packets
   * @param took how long those took that arrived
   */
  record Result(long sent, Latencies took) {
    long lost() {
      return sent - took.count();
    }
  }

  /** Lets calls talk. */
  Result talk(int calls, IntFunction<Talk> talk, int seconds)
      throws IOException, InterruptedException {
    Latencies took = new Latencies();
    receiving = true;
    measuredFrom = System.nanoTime();
    Thread receiver = Thread.ofPlatform().name("ear").start(() -> receive(took));
    List<Talk> talks = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      talks.add(talk.apply(i));
    }
    long sent = send(talks, seconds * PACKETS_A_SECOND);
    Thread.sleep(500);
    receiving = false;
    Selector unused = selector.wakeup();
    receiver.join();
    return new Result(sent, took);
  }

  /** Each round is one packet of every stream, a part of them in each millisecond. */
  private long send(List<Talk> talks, int rounds) throws IOException {
    long sent = 0;
    long due = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (int tick = 0; tick < TICKS; tick++) {
        while (due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        due += TICK_NANOS;
        for (int call = tick; call < talks.size(); call += TICKS) {
          Talk talk = talks.get(call);
          packet(round, call);
          callers.get(call % SOCKETS).send(out, talk.toCallee());
          packet(round, call + talks.size());
          callees.get(call % SOCKETS).send(out, talk.toCaller());
          sent += 2;
        }
      }
    }
    return sent;
  }

  private void packet(int round, int source) {
    out.clear();
    out.putShort(2, (short) round).putInt(4, 160 * round).putInt(8, source);
    out.putLong(SENT_AT, System.nanoTime());
  }

  private void receive(Latencies took) {
    try {
      while (receiving) {
        selector.select(key -> drain((DatagramChannel) key.channel(), took), 100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drain(DatagramChannel channel, Latencies took) {
    try {
      while (channel.receive(in.clear()) != null) {
        long sentAt = in.getLong(SENT_AT);
        if (in.position() == LENGTH && sentAt - measuredFrom > 0) {
          took.add(System.nanoTime() - sentAt);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    for (DatagramChannel channel : callers) {
      channel.close();
    }
    for (DatagramChannel channel : callees) {
      channel.close();
    }
  }
}
