package org.ara.bench.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A UDP socket of 127.0.0.1 that is waited on for a bounded time; one thread's. */
final class Wire implements AutoCloseable {

  private static final int QUEUE_BYTES = 4 << 20;

  private final DatagramChannel channel;
  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);
  private final ByteBuffer out = ByteBuffer.allocateDirect(65_536);
  private @Nullable InetSocketAddress sender;

  Wire() throws IOException {
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, QUEUE_BYTES);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel.configureBlocking(false);
    selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
  }

  int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  void send(String message, SocketAddress to) throws IOException {
    out.clear().put(message.getBytes(StandardCharsets.ISO_8859_1)).flip();
    channel.send(out, to);
  }

  /** The next message, null if none came within that time. */
  @Nullable Message receive(long millis) throws IOException {
    in.clear();
    sender = (InetSocketAddress) channel.receive(in);
    if (sender == null) {
      selector.select(key -> {}, millis);
      in.clear();
      sender = (InetSocketAddress) channel.receive(in);
    }
    return sender == null ? null : Message.of(in.flip());
  }

  /** Where the last message came from. */
  SocketAddress sender() {
    InetSocketAddress last = sender;
    if (last == null) {
      throw new IllegalStateException("nothing came");
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
