package org.ara.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ara.sip.message.MessageWriter;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipResponse;

/**
 * SIP over connections: TCP, TLS or WebSocket on one local address. A message goes out on the
 * connection that there is with its neighbour, whoever made it, else on a new one.
 */
final class StreamTransport implements Transport {

  private static final int BACKLOG = 1024;

  private final Protocol protocol;
  private final Wire wire;
  private final Channel listening;
  private final InetSocketAddress localAddress;
  private final LocalAddresses localAddresses;
  private final TransportCounters counters = new TransportCounters();
  private final Map<InetSocketAddress, Connection> connections = new ConcurrentHashMap<>();
  private final Incoming incoming;

  /**
   * Listens at once.
   *
   * @param bind address and port; port 0 takes a free one
   * @param wire what all such transports share
   * @throws TransportException if the address cannot be had
   */
  StreamTransport(Protocol protocol, InetSocketAddress bind, Wire wire) throws TransportException {
    this.protocol = protocol;
    this.wire = wire;
    this.incoming = new Incoming(wire.listener());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(wire.loops().group())
            .channel(
                switch (wire.loops().kind()) {
                  case EPOLL -> EpollServerSocketChannel.class;
                  case NIO -> NioServerSocketChannel.class;
                })
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    accept(child);
                  }
                });
    ChannelFuture bound = bootstrap.bind(bind).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw TransportException.unusable(protocol, bind, bound.cause());
    }
    listening = bound.channel();
    localAddress = (InetSocketAddress) listening.localAddress();
    localAddresses = new LocalAddresses(localAddress, protocol, wire.manners());
  }

  private void accept(Channel child) {
    InetSocketAddress remote = (InetSocketAddress) child.remoteAddress();
    if (remote == null) {
      child.close(); // gone already
      return;
    }
    StreamLimits limits = wire.limits();
    Connection connection = Connection.accepted(protocol, remote, child);
    Optional<Ending> refusal = wire.admission().enter(remote.getAddress(), limits);
    if (refusal.isPresent()) {
      told(connection, refusal.get(), "");
      child.close();
      return;
    }
    counters.countOpened();
    child.config().setWriteBufferWaterMark(marks(limits));
    child.config().setOption(ChannelOption.IP_TOS, wire.manners().get().trafficClass());
    connections.put(remote, connection);
    Layers.accept(child, connection, wire.tls());
    child.pipeline().addLast(handler(connection, limits));
  }

  private ConnectionHandler handler(Connection connection, StreamLimits limits) {
    return new ConnectionHandler(this, connection, limits, wire.parser(), incoming);
  }

  private static WriteBufferWaterMark marks(StreamLimits limits) {
    return new WriteBufferWaterMark(limits.unread() / 2, limits.unread());
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public boolean reliable() {
    return true;
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
  public boolean isOpenTo(InetSocketAddress remote) {
    Connection connection = connections.get(remote);
    return connection != null && !connection.isOver();
  }

  /** The connections that there are, those included that are being made. */
  Collection<Connection> connections() {
    return List.copyOf(connections.values());
  }

  @Override
  public byte[] write(SipMessage message) {
    return MessageWriter.write(message, wire.manners().get().compact());
  }

  @Override
  public void send(
      SipMessage message,
      byte[] octets,
      InetSocketAddress destination,
      Consumer<String> onFailure) {
    Connection connection = connections.get(destination);
    if (connection != null && connection.isOver()) {
      connections.remove(destination, connection);
      connection = null;
    }
    if (connection == null) {
      if (protocol.framed() || destination.isUnresolved() || destination.getPort() == 0) {
        String why =
            protocol.framed()
                ? "its WebSocket is closed"
                : "no address for " + destination.getHostString();
        failed(DropReason.SEND_FAILED, why, onFailure);
        return;
      }
      connection = connect(destination);
    }
    if (lets(message) && connection.becomeKnown()) {
      wire.admission().known(connection.remote().getAddress());
    }
    connection.send(
        octets, counters::countSent, why -> failed(DropReason.SEND_FAILED, why, onFailure));
  }

  /** Whether a message shows that somebody was let in: a request of ours, or a call or more. */
  private static boolean lets(SipMessage message) {
    return !(message instanceof SipResponse response)
        || (response.status() > 100
            && response.status() < 300
            && !response.cseq().method().equals(Method.OPTIONS));
  }

  private void failed(DropReason reason, String why, Consumer<String> onFailure) {
    counters.count(reason);
    onFailure.accept(why);
  }

  private Connection connect(InetSocketAddress destination) {
    Connection fresh = Connection.opening(protocol, destination);
    Connection raced = connections.putIfAbsent(destination, fresh);
    if (raced != null) {
      return raced;
    }
    StreamLimits limits = wire.limits();
    new Bootstrap()
        .group(wire.loops().group())
        .channel(
            switch (wire.loops().kind()) {
              case EPOLL -> EpollSocketChannel.class;
              case NIO -> NioSocketChannel.class;
            })
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) limits.connecting().toMillis())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.IP_TOS, wire.manners().get().trafficClass())
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, marks(limits))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                Layers.connect(channel, fresh, wire.tls());
              }
            })
        .connect(destination)
        .addListener(
            (ChannelFuture done) -> {
              if (done.isSuccess()) {
                counters.countOpened();
                done.channel().pipeline().addLast(handler(fresh, limits));
                fresh.opened(done.channel());
              } else {
                connections.remove(destination, fresh);
                fresh.end(Ending.REFUSED, Reasons.of(done.cause()));
                told(fresh, Ending.REFUSED, Reasons.of(done.cause()));
              }
            });
    return fresh;
  }

  /** A connection is closed; to be told once for each. */
  void closed(Connection connection, Ending otherwise) {
    connections.remove(connection.remote(), connection);
    connection.end(otherwise, "");
    if (connection.isAccepted()) {
      wire.admission().leave(connection.remote().getAddress(), !connection.isKnown());
    }
    counters.countClosed();
    told(connection, connection.ending(otherwise), connection.detail());
    wire.flows().closed(new Hop(this, connection.remote()));
  }

  private void told(Connection connection, Ending ending, String detail) {
    counters.count(ending);
    wire.endings().tell(ending, connection, detail);
  }

  @Override
  public void keepAlive(InetSocketAddress destination) {
    Connection connection = connections.get(destination);
    if (connection != null) {
      connection.send(new byte[] {'\r', '\n'}, () -> {}, failure -> {});
    }
  }

  @Override
  public TransportCounters counters() {
    return counters;
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    Collection<Connection> rest = connections();
    rest.forEach(connection -> connection.end(Ending.CLOSING, ""));
    rest.forEach(Connection::awaitClosed);
  }
}
