package org.ara.manager.ami.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A {@link Client} on a Netty channel. */
record NettyClient(Channel channel, InetSocketAddress remote, InetSocketAddress local, boolean tls)
    implements Client {

  @Override
  public boolean isWritable() {
    return channel.isWritable();
  }

  @Override
  public long backlog() {
    return channel.bytesBeforeWritable();
  }

  @Override
  public void send(String text) {
    channel.writeAndFlush(
        Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)), channel.voidPromise());
  }

  @Override
  public void read(boolean on) {
    channel.config().setAutoRead(on);
  }

  @Override
  public void close() {
    if (channel.isWritable()) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      channel.close(); // who reads nothing would keep the connection open for ever
    }
  }

  @Override
  public String transport() {
    return tls ? "TLS" : "TCP";
  }
}
