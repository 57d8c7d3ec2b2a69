package org.ara.sip.rtp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Opens media sessions on free ports of a range: an even port for RTP and the odd one above it,
 * which is kept for RTCP; what arrives there is tolerated and not used. The search starts at
 * random, so that ports cannot be guessed and are not reused at once.
 */
public final class RtpPorts {

  private final EventLoopGroup threads;
  private final InetAddress bound;
  private final RtpRange range;
  private final RandomGenerator random;

  /**
   * Ports of one local address.
   *
   * @param threads reads the packets
   * @param bound the address to bind; the wildcard for all
   * @param random where the search starts, and the streams' numbers
   */
  public RtpPorts(
      EventLoopGroup threads, InetAddress bound, RtpRange range, RandomGenerator random) {
    this.threads = threads;
    this.bound = bound;
    this.range = range;
    this.random = random;
  }

  /**
   * Opens a session; blocks while ports are bound.
   *
   * @param signalling where the far end's signalling comes from
   * @param comedia whether to send to where media comes from rather than to where it was described
   * @return nothing if every port is taken
   */
  public Optional<RtpSession> open(InetAddress signalling, boolean comedia) {
    int pairs = range.pairs();
    int first = random.nextInt(pairs);
    for (int i = 0; i < pairs; i++) {
      RtpSession session = tryPort(range.port((first + i) % pairs), signalling, comedia);
      if (session != null) {
        return Optional.of(session);
      }
    }
    return Optional.empty();
  }

  private @Nullable RtpSession tryPort(int port, InetAddress signalling, boolean comedia) {
    Packets packets = new Packets();
    Channel rtp = bind(packets, port);
    if (rtp == null) {
      return null;
    }
    Channel rtcp = bind(new Ignored(), port + 1);
    if (rtcp == null) {
      rtp.close();
      return null;
    }
    SourceGuard guard = new SourceGuard(signalling, comedia);
    RtpSession session = new RtpSession(rtp, rtcp, guard, new Timeline(random));
    packets.session = session;
    return session;
  }

  private @Nullable Channel bind(ChannelInboundHandlerAdapter handler, int port) {
    ChannelFuture bind =
        new Bootstrap()
            .group(threads)
            .channel(NioDatagramChannel.class)
            .option(ChannelOption.SO_REUSEADDR, false)
            .handler(handler)
            .bind(new InetSocketAddress(bound, port))
            .awaitUninterruptibly();
    return bind.isSuccess() ? bind.channel() : null;
  }

  private static final class Packets extends SimpleChannelInboundHandler<DatagramPacket> {
    private volatile @Nullable RtpSession session;

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      RtpSession current = session;
      if (current != null) {
        current.arrived(packet);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // An ICMP error about an earlier packet: media is lost, the session goes on.
    }
  }

  private static final class Ignored extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // See Packets.
    }
  }
}
