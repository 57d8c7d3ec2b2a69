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
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Opens media sessions on free ports of a range: an even port for RTP and the odd one above it,
 * which is kept for RTCP; what arrives there is tolerated and not used. The search starts at
 * random, so that ports cannot be guessed and are not reused at once.
 */
public final class RtpPorts {

  /** Ports that others hold; more in a row than this means that the range is theirs. */
  private static final int MOST_TRIES = 64;

  private final EventLoopGroup threads;
  private final InetAddress bound;
  private final RtpRange range;
  private final RandomGenerator random;
  private final BitSet lent = new BitSet();

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

  /** Whether these are the ports of that address and range. */
  public boolean serves(InetAddress address, RtpRange ports) {
    return bound.equals(address) && range.equals(ports);
  }

  /**
   * Opens a session; blocks while ports are bound.
   *
   * @param signalling where the far end's signalling comes from
   * @param comedia whether to send to where media comes from rather than to where it was described
   * @return nothing if every port is taken, as far as a bounded search tells
   */
  public Optional<RtpSession> open(InetAddress signalling, boolean comedia) {
    int start = random.nextInt(range.pairs());
    for (int i = 0; i < MOST_TRIES; i++) {
      int pair = lend(start);
      if (pair < 0) {
        return Optional.empty();
      }
      RtpSession session = tryPair(pair, signalling, comedia);
      if (session != null) {
        return Optional.of(session);
      }
      start = (pair + 1) % range.pairs();
    }
    return Optional.empty();
  }

  /** Takes the first pair from there on that no session has; -1 if there is none. */
  private int lend(int start) {
    synchronized (lent) {
      int pair = lent.nextClearBit(start);
      if (pair >= range.pairs()) {
        pair = lent.nextClearBit(0);
      }
      if (pair >= range.pairs()) {
        return -1;
      }
      lent.set(pair);
      return pair;
    }
  }

  private void giveBack(int pair) {
    synchronized (lent) {
      lent.clear(pair);
    }
  }

  private @Nullable RtpSession tryPair(int pair, InetAddress signalling, boolean comedia) {
    int port = range.port(pair);
    Packets packets = new Packets();
    Channel rtp = bind(packets, port);
    if (rtp == null) {
      giveBack(pair);
      return null;
    }
    Channel rtcp = bind(new Ignored(), port + 1);
    if (rtcp == null) {
      rtp.close().addListener(closed -> giveBack(pair));
      return null;
    }
    rtp.closeFuture().addListener(closed -> rtcp.closeFuture().addListener(both -> giveBack(pair)));
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
