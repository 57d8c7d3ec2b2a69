package org.ara.sip.rtp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.MediaPort;
import org.ara.sip.sdp.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * The media of one leg: a pair of UDP ports, what was agreed on, and the stream's own source,
 * sequence and timestamps, whatever is relayed into it.
 *
 * <p>Packets are handed to the receiver on the network thread that read them, with no queue
 * between; {@link #send} may be called by any thread.
 */
public final class RtpSession implements MediaPort {

  private final Channel rtp;
  private final Channel rtcp;
  private final SourceGuard guard;
  private final Timeline timeline;
  private @Nullable Agreement agreement;
  private volatile @Nullable Receiver receiver;
  private long received;
  private long sent;
  private long malformed;
  private long strange;
  private long unknown;

  RtpSession(Channel rtp, Channel rtcp, SourceGuard guard, Timeline timeline) {
    this.rtp = rtp;
    this.rtcp = rtcp;
    this.guard = guard;
    this.timeline = timeline;
  }

  /** The port to describe to the far end. */
  public int port() {
    return ((InetSocketAddress) rtp.localAddress()).getPort();
  }

  /**
   * Media flows as agreed from now on.
   *
   * @param there the agreement's address, resolved
   */
  public synchronized void agree(Agreement agreed, InetSocketAddress there) {
    agreement = agreed;
    guard.described(there);
  }

  @Override
  public synchronized @Nullable Codec codec() {
    return agreement == null ? null : agreement.codec();
  }

  @Override
  public void receiver(@Nullable Receiver next) {
    receiver = next;
  }

  @Override
  public void send(Frame frame) {
    DatagramPacket packet = packet(frame);
    if (packet != null) {
      rtp.writeAndFlush(packet, rtp.voidPromise());
    }
  }

  private synchronized @Nullable DatagramPacket packet(Frame frame) {
    Agreement agreed = agreement;
    InetSocketAddress target = guard.target();
    if (agreed == null || target == null || !agreed.direction().sends() || !rtp.isActive()) {
      return null;
    }
    return switch (frame) {
      case Frame.Audio(Codec codec, byte[] payload, int timestamp, boolean marker) ->
          agreed.codecs().contains(codec)
              ? packet(target, codec.payloadType(), payload, timestamp, marker)
              : null;
      case Frame.TelephoneEvent(byte[] payload, int timestamp, boolean marker) ->
          agreed.eventType() < 0
              ? null
              : packet(target, agreed.eventType(), payload, timestamp, marker);
    };
  }

  private DatagramPacket packet(
      InetSocketAddress target, int type, byte[] payload, int timestamp, boolean marker) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    boolean jumped = timeline.place(timestamp, now);
    ByteBuf packet = rtp.alloc().directBuffer(RtpHeader.LENGTH + payload.length);
    RtpHeader.write(
        packet,
        type,
        marker || jumped,
        timeline.nextSequence(),
        timeline.timestamp(),
        timeline.source());
    packet.writeBytes(payload);
    sent++;
    return new DatagramPacket(packet, target);
  }

  /** Takes a packet in; called on the network thread. */
  void arrived(DatagramPacket packet) {
    Frame frame = frame(packet.content(), packet.sender());
    Receiver current = receiver;
    if (frame != null && current != null) {
      current.accept(frame);
    }
  }

  private synchronized @Nullable Frame frame(ByteBuf packet, InetSocketAddress from) {
    int start = packet.readerIndex();
    if (!RtpHeader.seekPayload(packet)) {
      malformed++;
      return null;
    }
    Agreement agreed = agreement;
    int type = RtpHeader.payloadType(packet, start);
    Codec codec = agreed == null ? null : codec(agreed, type);
    boolean event = agreed != null && type == agreed.eventType() && packet.readableBytes() >= 4;
    if (agreed == null || (codec == null && !event)) {
      unknown++;
      return null;
    }
    if (!guard.admits(from)) {
      strange++;
      return null;
    }
    received++;
    if (!agreed.direction().receives()) {
      return null;
    }
    byte[] payload = new byte[event ? 4 : packet.readableBytes()];
    packet.readBytes(payload);
    int timestamp = RtpHeader.timestamp(packet, start);
    boolean marker = RtpHeader.marker(packet, start);
    return codec == null
        ? new Frame.TelephoneEvent(payload, timestamp, marker)
        : new Frame.Audio(codec, payload, timestamp, marker);
  }

  private static @Nullable Codec codec(Agreement agreed, int type) {
    for (Codec codec : agreed.codecs()) {
      if (codec.payloadType() == type) {
        return codec;
      }
    }
    return null;
  }

  /** What went through so far. */
  public synchronized RtpCounters counters() {
    return new RtpCounters(received, sent, malformed, strange, unknown);
  }

  /** Gives the ports back. */
  public void close() {
    receiver = null;
    rtp.close();
    rtcp.close();
  }
}
