package org.ara.sip.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.KeyDetector;
import org.ara.pbx.media.KeyTones;
import org.ara.pbx.media.MediaPort;
import org.ara.pbx.media.Transcoder;
import org.ara.sip.sdp.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * The media of one leg: a pair of UDP ports, what was agreed on, and the stream's own source,
 * sequence and timestamps, whatever is relayed into it.
 *
 * <p>Packets are handed to the receiver on the {@link MediaLoop} that read them, with no queue
 * between. Where the receiver only hands on to another session, the packet goes there as it is,
 * with a new header; {@link #send} may be called by any thread.
 */
public final class RtpSession implements MediaPort {

  /** The most a frame may hold: half a second of the largest codec. */
  private static final int MOST_PAYLOAD = 4096;

  private static final int SAMPLES_PER_MILLI = 8;

  /** RFC 3389. */
  private static final int COMFORT_NOISE = 13;

  private final DatagramChannel rtp;
  private final int port;
  private final MediaLoop loop;
  private final Runnable close;
  private final SourceGuard guard;
  private final Timeline timeline;
  private final EventKeys keys = new EventKeys();
  private final KeyOutput keysOut;
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable ByteBuffer outgoing;
  private @Nullable Agreement agreement;
  private volatile KeyListener listener = key -> {};
  private volatile @Nullable Receiver receiver;
  private @Nullable KeyDetector detector;
  private boolean spurt;
  private int heardTimestamp;
  private int sentTimestamp;
  private volatile long heardNanos = System.nanoTime();
  private volatile long sentNanos = System.nanoTime();
  private long received;
  private long sent;
  private long malformed;
  private long strange;
  private long unknown;

  RtpSession(
      DatagramChannel rtp,
      int port,
      MediaLoop loop,
      Runnable close,
      SourceGuard guard,
      Timeline timeline) {
    this.rtp = rtp;
    this.port = port;
    this.loop = loop;
    this.close = close;
    this.guard = guard;
    this.timeline = timeline;
    this.keysOut = new KeyOutput(this, loop);
  }

  /** The port to describe to the far end. */
  public int port() {
    return port;
  }

  /**
   * How keys are told.
   *
   * @param told hears of each key of the far end, whichever way it comes
   * @param bySignalling tells the far end of a key, where the mode is one of INFO requests
   */
  public synchronized void keys(KeyMode mode, KeyListener told, KeyListener bySignalling) {
    listener = told;
    keysOut.mode(mode, bySignalling);
    listen();
  }

  private void listen() {
    Agreement agreed = agreement;
    boolean sounds = agreed != null && keysOut.mode().listens(agreed.eventType() >= 0);
    detector = sounds ? new KeyDetector() : null;
  }

  /** The far end pressed a key, as its signalling tells. */
  public void press(char key) {
    int timestamp;
    synchronized (this) {
      long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heardNanos);
      timestamp = heardTimestamp + (int) (passed * SAMPLES_PER_MILLI);
    }
    listener.pressed(key);
    KeyPress.play(loop, key, timestamp, this::deliver);
  }

  private void deliver(Frame frame) {
    Receiver current = receiver;
    if (current != null) {
      current.accept(frame);
    }
  }

  /**
   * Media flows as agreed from now on.
   *
   * @param there the agreement's address, resolved
   */
  public void agree(Agreement agreed, InetSocketAddress there) {
    boolean first;
    synchronized (this) {
      first = agreement == null;
      agreement = agreed;
      listen();
      guard.described(there);
    }
    if (first) {
      loop.read(rtp, this);
    }
  }

  /** The far end's signalling comes from elsewhere than was said at first. */
  public synchronized void signalledFrom(InetAddress address) {
    guard.signalledFrom(address);
  }

  @Override
  public synchronized @Nullable Codec codec() {
    return agreement == null ? null : agreement.codec();
  }

  @Override
  public void receiver(@Nullable Receiver next) {
    receiver = next;
    if (next != null && next.handsTo() instanceof RtpSession other) {
      other.beginSpurt();
    }
  }

  private synchronized void beginSpurt() {
    spurt = true;
  }

  @Override
  public synchronized void send(Frame frame) {
    Agreement agreed = agreement;
    InetSocketAddress target = target(agreed);
    if (agreed == null || target == null) {
      return;
    }
    switch (frame) {
      case Frame.Audio(Codec codec, byte[] payload, int timestamp, boolean marker) -> {
        if (agreed.codecs().contains(codec) && !keysOut.isSounding()) {
          send(target, codec.payloadType(), payload, timestamp, marker);
        }
      }
      case Frame.TelephoneEvent(byte[] payload, int timestamp, boolean marker) -> {
        if (keysOut.passes(agreed, payload[0] & 0xff, timestamp)) {
          send(target, agreed.eventType(), payload, timestamp, marker);
        }
      }
    }
  }

  /** Where to send; null while nobody is to hear anything. */
  private @Nullable InetSocketAddress target(@Nullable Agreement agreed) {
    return agreed != null && agreed.direction().sends() && !closed.get() ? guard.target() : null;
  }

  private void send(
      InetSocketAddress target, int type, byte[] payload, int timestamp, boolean marker) {
    ByteBuffer packet = outgoing;
    if (packet == null) {
      packet = ByteBuffer.allocateDirect(Arrival.HEADER + MOST_PAYLOAD);
      outgoing = packet;
    }
    int length = Math.min(payload.length, MOST_PAYLOAD);
    packet.clear().put(Arrival.HEADER, payload, 0, length);
    packet.limit(Arrival.HEADER + length);
    transmit(packet, target, type, timestamp, marker);
  }

  /** Puts a header in front of what is in a buffer, from its position on, and sends that. */
  private void transmit(
      ByteBuffer packet, InetSocketAddress target, int type, int timestamp, boolean marker) {
    long now = System.nanoTime();
    boolean jumped = timeline.place(timestamp, TimeUnit.NANOSECONDS.toMillis(now));
    sentNanos = now;
    sentTimestamp = timestamp;
    RtpHeader.write(packet, packet.position(), type, marker || jumped, timeline);
    try {
      rtp.send(packet, target);
      sent++;
    } catch (IOException lost) {
      // Media is lost all the time; the session goes on.
    }
  }

  /** Passes a packet of another session on, as it is where this leg knows its codec. */
  private synchronized void relay(Arrival packet, @Nullable Codec codec) {
    Agreement agreed = agreement;
    InetSocketAddress target = target(agreed);
    if (agreed == null || target == null || !passes(packet, codec, agreed)) {
      return;
    }
    ByteBuffer buffer = packet.buffer();
    int timestamp = packet.timestamp();
    boolean marker = packet.marker();
    int type = agreed.eventType();
    if (codec != null) {
      Codec out = agreed.codecs().contains(codec) ? codec : agreed.codec();
      Transcoder.inPlace(buffer, packet.payload(), packet.end(), codec, out);
      type = out.payloadType();
      marker |= spurt;
      spurt = false;
    }
    buffer.limit(packet.end()).position(packet.payload() - Arrival.HEADER);
    transmit(buffer, target, type, timestamp, marker);
  }

  private boolean passes(Arrival packet, @Nullable Codec codec, Agreement agreed) {
    return codec == null
        ? keysOut.passes(agreed, packet.event(), packet.timestamp())
        : !keysOut.isSounding();
  }

  /** Sends the next piece of the sound of a key. */
  synchronized void sound(KeyTones tones, int timestamp) {
    Agreement agreed = agreement;
    InetSocketAddress target = target(agreed);
    if (agreed != null && target != null) {
      Codec codec = agreed.codec();
      send(target, codec.payloadType(), tones.next(codec), timestamp, false);
    }
  }

  /** Takes a packet in; called on the loop. */
  void arrived(Arrival packet) {
    Codec codec;
    Character key = null;
    Character heard = null;
    synchronized (this) {
      Agreement agreed = agreement;
      if (agreed == null || !isGood(packet, agreed)) {
        return;
      }
      codec = codec(agreed, packet.type());
      if (codec == null) {
        key = keys.pressed(packet.event(), packet.timestamp());
      } else if (detector != null) {
        heard = hear(detector, codec, packet);
      }
    }
    if (key != null) {
      listener.pressed(key);
    }
    if (heard != null) {
      press(heard);
    }
    Receiver current = receiver;
    if (current == null) {
      return;
    }
    if (current.handsTo() instanceof RtpSession other) {
      other.relay(packet, codec);
    } else {
      current.accept(frame(packet, codec));
    }
  }

  /** Listens for a key, and keeps its sound from being told twice. */
  private static @Nullable Character hear(KeyDetector detector, Codec codec, Arrival packet) {
    Character key = detector.hear(codec, packet.buffer(), packet.payload(), packet.end());
    if (detector.isSounding()) {
      packet.silence(codec);
    }
    return key;
  }

  private boolean isGood(Arrival packet, Agreement agreed) {
    if (!packet.isSound()) {
      malformed++;
      return false;
    }
    int type = packet.type();
    boolean event = type == agreed.eventType() && packet.end() - packet.payload() >= 4;
    if (!event && codec(agreed, type) == null) {
      unknown++;
      return false;
    }
    if (!guard.admits(packet.from())) {
      strange++;
      return false;
    }
    received++;
    heardTimestamp = packet.timestamp();
    heardNanos = System.nanoTime();
    return agreed.direction().receives();
  }

  private static Frame frame(Arrival packet, @Nullable Codec codec) {
    return codec == null
        ? new Frame.TelephoneEvent(packet.copy(4), packet.timestamp(), packet.marker())
        : new Frame.Audio(
            codec, packet.copy(Integer.MAX_VALUE), packet.timestamp(), packet.marker());
  }

  private static @Nullable Codec codec(Agreement agreed, int type) {
    for (Codec codec : agreed.codecs()) {
      if (codec.payloadType() == type) {
        return codec;
      }
    }
    return null;
  }

  /** When the far end was heard last, as of {@link System#nanoTime}; or when this was opened. */
  public long heardAt() {
    return heardNanos;
  }

  /** When something was sent last. */
  public long sentAt() {
    return sentNanos;
  }

  /** Sends a packet that nobody hears, to keep the way open (RFC 6263 4.6): comfort noise. */
  public synchronized void keepAlive() {
    Agreement agreed = agreement;
    InetSocketAddress target = closed.get() || agreed == null ? null : guard.target();
    if (target != null) {
      byte[] silence = {0x7f};
      int passed = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sentNanos);
      send(target, COMFORT_NOISE, silence, sentTimestamp + passed * SAMPLES_PER_MILLI, false);
    }
  }

  /** What went through so far. */
  public synchronized RtpCounters counters() {
    return new RtpCounters(received, sent, malformed, strange, unknown);
  }

  /** Gives the ports back. */
  public void close() {
    receiver = null;
    if (closed.compareAndSet(false, true)) {
      close.run();
    }
  }
}
