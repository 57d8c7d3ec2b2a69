package org.ara.manager.ami.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection on its event loop: bytes in, messages out. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

  private final MessageFramer framer = new MessageFramer();
  private final Reception reception;
  private final boolean tls;
  private @Nullable Receiver receiver;

  ConnectionHandler(Reception reception, boolean tls) {
    this.reception = reception;
    this.tls = tls;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    InetSocketAddress remote = (InetSocketAddress) context.channel().remoteAddress();
    InetSocketAddress local = (InetSocketAddress) context.channel().localAddress();
    Optional<Receiver> admitted =
        remote == null
            ? Optional.empty()
            : reception.admit(new NettyClient(context.channel(), remote, local, tls));
    receiver = admitted.orElse(null);
    if (admitted.isEmpty()) {
      context.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    try {
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      Receiver to = receiver;
      if (to != null) {
        framer.feed(bytes, to::received);
      }
    } finally {
      buffer.release();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    Receiver to = receiver;
    if (to != null) {
      to.writabilityChanged();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Receiver to = receiver;
    receiver = null;
    if (to != null) {
      to.closed();
    }
  }

  /** What goes wrong with a connection concerns nobody else. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("manager: {}: {}", context.channel().remoteAddress(), cause.toString());
    context.close();
  }
}
