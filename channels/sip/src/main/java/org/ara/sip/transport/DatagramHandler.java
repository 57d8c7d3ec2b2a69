package org.ara.sip.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import org.ara.sip.message.MessageParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each datagram to the parser, on the event loop of its socket. */
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = LoggerFactory.getLogger(DatagramHandler.class);
  private final byte[] scratch = new byte[UdpTransport.DATAGRAM];
  private final Transport transport;
  private final MessageParser parser;
  private final Incoming incoming;

  DatagramHandler(Transport transport, MessageParser parser, MessageListener listener) {
    this.transport = transport;
    this.parser = parser;
    this.incoming = new Incoming(listener);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    int length = packet.content().readableBytes();
    packet.content().readBytes(scratch, 0, length);
    Hop from = new Hop(transport, packet.sender());
    try {
      incoming.take(parser.parse(scratch, 0, length), from);
    } catch (RuntimeException e) {
      transport.counters().count(DropReason.INTERNAL);
      LOG.error("a packet from {} failed by a fault of ours", from, e);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("UDP socket {}: {}", transport.localAddress(), cause.getMessage());
  }
}
