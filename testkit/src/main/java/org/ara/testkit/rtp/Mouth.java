package org.ara.testkit.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.jspecify.annotations.Nullable;

/** The sending half: decides what the next packet of 20 ms is, a stretch of tone or of a digit. */
final class Mouth {

  static final int SAMPLES = Tone.RATE / 50;

  private static final int DIGIT_PACKETS = 5;
  private static final int END_PACKETS = 3;

  private int eventType;
  private final int ssrc = ThreadLocalRandom.current().nextInt();
  private final Queue<RtpPacket> events = new ArrayDeque<>();
  private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
  private int timestamp = ThreadLocalRandom.current().nextInt();
  private int eventStart;
  private long played;
  private @Nullable Tone tone;
  private boolean spurt = true;

  Mouth(int eventType) {
    this.eventType = eventType;
  }

  synchronized void eventType(int type) {
    eventType = type;
  }

  synchronized void play(Tone tone) {
    this.tone = tone;
  }

  synchronized void silence() {
    tone = null;
    spurt = true;
  }

  /** Puts a digit of 100 ms behind those that wait: five packets, the last three times. */
  synchronized void press(char key) {
    int code = Digits.codeOf(key);
    for (int i = 1; i <= DIGIT_PACKETS + END_PACKETS - 1; i++) {
      boolean end = i >= DIGIT_PACKETS;
      int duration = SAMPLES * Math.min(i, DIGIT_PACKETS);
      byte[] payload =
          ByteBuffer.allocate(4)
              .put((byte) code)
              .put((byte) (end ? 0x8a : 0x0a)) // Volume 10: -10 dBm0.
              .putShort((short) duration)
              .array();
      events.add(new RtpPacket(eventType, i == 1, 0, duration, ssrc, payload));
    }
  }

  synchronized boolean pressing() {
    return !events.isEmpty();
  }

  /** The packet for the next 20 ms, none while there is nothing to say. */
  synchronized @Nullable RtpPacket next(G711 law) {
    timestamp += SAMPLES;
    RtpPacket event = events.poll();
    if (event != null) {
      return event(event);
    }
    Tone now = tone;
    if (now == null) {
      return null;
    }
    byte[] payload = law.encode(now.samples(played, SAMPLES));
    played += SAMPLES;
    RtpPacket packet =
        new RtpPacket(law.payloadType(), spurt, nextSequence(), timestamp, ssrc, payload);
    spurt = false;
    return packet;
  }

  /** All packets of one event carry the time of its first (RFC 4733 2.5.1.1). */
  private RtpPacket event(RtpPacket event) {
    if (event.marker()) {
      eventStart = timestamp;
    }
    return new RtpPacket(
        eventType, event.marker(), nextSequence(), eventStart, ssrc, event.payload());
  }

  private int nextSequence() {
    sequence = (sequence + 1) & 0xffff;
    return sequence;
  }
}
