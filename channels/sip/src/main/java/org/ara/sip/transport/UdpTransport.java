package org.ara.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.MessageWriter;
import org.ara.sip.message.SipMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIP over UDP on one local address; several of them share {@link EventLoops}. */
public final class UdpTransport implements Transport {
  /** The largest datagram there can be, and one more to tell that nothing was cut. */
  static final int DATAGRAM = 65_536;

  /** Datagrams that one system call receives on epoll. */
  private static final int SENT_TOGETHER = 16;

  private static final int BATCH = 8;

  private static final int SOCKET_BUFFER = 4 << 20;
  private static final WriteBufferWaterMark QUEUE = new WriteBufferWaterMark(1 << 20, 4 << 20);

  private static final Logger LOG = LoggerFactory.getLogger(UdpTransport.class);

  private final Supplier<Manners> manners;
  private final Channel channel;
  private final TransportCounters counters = new TransportCounters();
  private final InetSocketAddress localAddress;
  private final LocalAddresses localAddresses;

  /**
   * Listens at once.
   *
   * @param bind address and port; port 0 takes a free one
   * @param listener takes what arrives, on an event loop
   * @throws TransportException if the address cannot be had
   */
  public UdpTransport(
      InetSocketAddress bind, EventLoops loops, MessageParser parser, MessageListener listener)
      throws TransportException {
    this(bind, loops, parser, listener, () -> Manners.USUAL);
  }

  /**
   * The same.
   *
   * @param manners how messages look and travel, in force now
   */
  UdpTransport(
      InetSocketAddress bind,
      EventLoops loops,
      MessageParser parser,
      MessageListener listener,
      Supplier<Manners> manners)
      throws TransportException {
    this.manners = manners;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops.group())
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
            .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, QUEUE)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    // Answers to packets that came together leave together.
                    opened
                        .pipeline()
                        .addLast(new FlushConsolidationHandler(SENT_TOGETHER))
                        .addLast(new DatagramHandler(UdpTransport.this, parser, listener));
                  }
                });
    switch (loops.kind()) {
      case EPOLL ->
          bootstrap
              .channel(EpollDatagramChannel.class)
              .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM)
              .option(
                  ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM * BATCH));
      case NIO ->
          bootstrap
              .channel(NioDatagramChannel.class)
              .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM));
    }
    ChannelFuture bound = bootstrap.bind(bind).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw TransportException.unusable(Protocol.UDP, bind, bound.cause());
    }
    channel = bound.channel();
    localAddress = (InetSocketAddress) channel.localAddress();
    localAddresses = new LocalAddresses(localAddress, Protocol.UDP, manners);
  }

  /** Marks packets from now on as the manners in force want it. */
  void mark() {
    if (!channel.config().setOption(ChannelOption.IP_TOS, manners.get().trafficClass())) {
      LOG.warn("tos_sip: the system does not let packets be marked");
    }
  }

  @Override
  public Protocol protocol() {
    return Protocol.UDP;
  }

  @Override
  public boolean reliable() {
    return false;
  }

  @Override
  public InetSocketAddress localAddress() {
    return localAddress;
  }

  @Override
  public InetSocketAddress localAddressTowards(InetSocketAddress remote) {
    return localAddresses.towards(remote);
  }

  @Override
  public void send(
      SipMessage message,
      byte[] octets,
      InetSocketAddress destination,
      Consumer<String> onFailure) {
    send(octets, destination, onFailure);
  }

  @Override
  public void sendAgain(byte[] octets, InetSocketAddress destination) {
    send(octets, destination, failure -> {});
  }

  @Override
  public byte[] write(SipMessage message) {
    return MessageWriter.write(message, manners.get().compact());
  }

  private void send(byte[] octets, InetSocketAddress destination, Consumer<String> onFailure) {
    if (destination.isUnresolved() || destination.getPort() == 0) {
      fail(DropReason.SEND_FAILED, "no address for " + destination.getHostString(), onFailure);
      return;
    }
    if (!channel.isWritable()) {
      String reason = channel.isOpen() ? "the queue of the socket is full" : "the socket is closed";
      fail(DropReason.SEND_QUEUE_FULL, reason, onFailure);
      return;
    }
    DatagramPacket packet = new DatagramPacket(Unpooled.wrappedBuffer(octets), destination);
    channel
        .writeAndFlush(packet)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                counters.countSent();
              } else {
                fail(DropReason.SEND_FAILED, String.valueOf(done.cause().getMessage()), onFailure);
              }
            });
  }

  @Override
  public void keepAlive(InetSocketAddress destination) {
    if (!destination.isUnresolved() && channel.isWritable()) {
      channel.writeAndFlush(
          new DatagramPacket(Unpooled.wrappedBuffer(new byte[] {'\r', '\n'}), destination),
          channel.voidPromise());
    }
  }

  private void fail(DropReason reason, String text, Consumer<String> onFailure) {
    counters.count(reason);
    onFailure.accept(text);
  }

  @Override
  public TransportCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
