package org.ara.manager.ami.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Takes connections in on one address. */
public final class Listener implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final Channel channel;
  private volatile Optional<Certificate> certificate;

  /**
   * Listens at once.
   *
   * @param tls what TLS needs; empty for plain TCP
   * @throws ListenException if the address cannot be had
   */
  public Listener(
      InetSocketAddress bind, Optional<Certificate> tls, WireThreads threads, Reception reception)
      throws ListenException {
    certificate = tls;
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(threads.group())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    Optional<Certificate> shown = certificate;
                    shown.ifPresent(
                        c -> child.pipeline().addLast(c.context().newHandler(child.alloc())));
                    child.pipeline().addLast(new ConnectionHandler(reception, shown.isPresent()));
                  }
                });
    ChannelFuture bound = bootstrap.bind(bind).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw unusable(bind, bound.cause());
    }
    channel = bound.channel();
  }

  private static ListenException unusable(InetSocketAddress bind, Throwable cause) {
    String reason = String.valueOf(cause.getMessage());
    return new ListenException(
        "cannot listen on TCP %s (%s): %s"
            .formatted(
                bind,
                reason,
                reason.contains("in use")
                    ? "another program listens there; stop it, or choose another port"
                    : "choose an address of this machine and a port that may be used"),
        cause);
  }

  /** Shows this certificate to those who connect from now on. */
  public void show(Certificate next) {
    certificate = Optional.of(next);
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Takes no more connections in; those that are there stay. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
