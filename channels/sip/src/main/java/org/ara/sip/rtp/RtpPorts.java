package org.ara.sip.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.BitSet;
import java.util.List;
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

  /** Nobody reads RTCP, so what waits there should cost as little as the system allows. */
  private static final int UNREAD_BYTES = 1;

  private final MediaLoop loop;
  private final InetAddress bound;
  private final RtpRange range;
  private final int trafficClass;
  private final RandomGenerator random;
  private final BitSet lent = new BitSet();

  /**
   * Ports of one local address.
   *
   * @param loop reads the packets
   * @param bound the address to bind; the wildcard for all
   * @param random where the search starts, and the streams' numbers
   */
  public RtpPorts(MediaLoop loop, InetAddress bound, RtpRange range, RandomGenerator random) {
    this(loop, bound, range, 0, random);
  }

  /**
   * The same.
   *
   * @param trafficClass the octet that routers go by, 0 to 255
   */
  public RtpPorts(
      MediaLoop loop, InetAddress bound, RtpRange range, int trafficClass, RandomGenerator random) {
    this.trafficClass = trafficClass;
    this.loop = loop;
    this.bound = bound;
    this.range = range;
    this.random = random;
  }

  /** Whether these are the ports of that address and range, with packets marked like that. */
  public boolean serves(InetAddress address, RtpRange ports, int marked) {
    return bound.equals(address) && range.equals(ports) && trafficClass == marked;
  }

  /**
   * Opens a session.
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
      RtpSession session = tryPair(pair, new SourceGuard(signalling, comedia));
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

  private @Nullable RtpSession tryPair(int pair, SourceGuard guard) {
    int port = range.port(pair);
    DatagramChannel rtp = bind(port);
    DatagramChannel rtcp = rtp == null ? null : bind(port + 1);
    if (rtp == null || rtcp == null) {
      loop.close(rtp == null ? List.of() : List.of(rtp), () -> giveBack(pair));
      return null;
    }
    try {
      rtcp.setOption(StandardSocketOptions.SO_RCVBUF, UNREAD_BYTES);
    } catch (IOException larger) {
      // It costs more memory, no more.
    }
    Runnable close = () -> loop.close(List.of(rtp, rtcp), () -> giveBack(pair));
    return new RtpSession(rtp, port, loop, close, guard, new Timeline(random));
  }

  private @Nullable DatagramChannel bind(int port) {
    DatagramChannel channel = null;
    try {
      channel = DatagramChannel.open();
      channel.configureBlocking(false);
      if (trafficClass != 0) {
        channel.setOption(StandardSocketOptions.IP_TOS, trafficClass);
      }
      return channel.bind(new InetSocketAddress(bound, port));
    } catch (IOException taken) {
      if (channel != null) {
        loop.close(List.of(channel), () -> {});
      }
      return null;
    }
  }
}
