package org.ara.testkit.rtp;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;

/** The receiving half: puts packets into the books and their samples into a second's memory. */
final class Ear {

  private int eventType;
  private final Set<Integer> payloadTypes = new TreeSet<>();
  private final Set<Integer> sources = new HashSet<>();
  private final Set<Long> sequences = new HashSet<>();
  private final StringBuilder digits = new StringBuilder();
  private final short[] ring = new short[Tone.RATE];
  private long written;
  private long packets;
  private long reordered;
  private long duplicates;
  private long first;
  private long highest;
  private int ssrc;
  private boolean started;
  private long lostOnEarlierSources;
  private long lastEventEnded = Long.MIN_VALUE;

  Ear(int eventType) {
    this.eventType = eventType;
  }

  synchronized void eventType(int type) {
    eventType = type;
  }

  /** Takes a packet; whether it carried audio that had not come before. */
  synchronized boolean take(RtpPacket packet) {
    payloadTypes.add(packet.payloadType());
    if (!count(packet)) {
      return false;
    }
    if (packet.payloadType() == eventType) {
      event(packet);
      return false;
    }
    packets++;
    for (G711 law : G711.values()) {
      if (law.payloadType() == packet.payloadType()) {
        remember(law.decode(packet.payload()));
      }
    }
    return true;
  }

  /** Whether this sequence number is new; books loss and order. */
  private boolean count(RtpPacket packet) {
    if (!started || packet.ssrc() != ssrc) {
      lostOnEarlierSources = lost();
      started = true;
      ssrc = packet.ssrc();
      sources.add(ssrc);
      sequences.clear();
      first = highest = packet.sequence();
      sequences.add(highest);
      return true;
    }
    long extended = highest + (short) (packet.sequence() - (int) highest);
    if (!sequences.add(extended)) {
      duplicates++;
      return false;
    }
    if (extended < highest) {
      reordered++;
    }
    first = Math.min(first, extended);
    highest = Math.max(highest, extended);
    return true;
  }

  private long lost() {
    return lostOnEarlierSources + (started ? highest - first + 1 - sequences.size() : 0);
  }

  /** An event ends once, though its last packet is sent three times (RFC 4733 2.5.1.4). */
  private void event(RtpPacket packet) {
    byte[] payload = packet.payload();
    if (payload.length >= 4 && (payload[1] & 0x80) != 0) {
      long identity = packet.timestamp() & 0xffffffffL;
      if (identity != lastEventEnded) {
        lastEventEnded = identity;
        digits.append(Digits.of(payload[0] & 0xff));
      }
    }
  }

  private void remember(short[] samples) {
    for (short sample : samples) {
      ring[(int) (written++ % ring.length)] = sample;
    }
  }

  synchronized Heard heard() {
    int count = (int) Math.min(written, ring.length);
    short[] recent = new short[count];
    for (int i = 0; i < count; i++) {
      recent[i] = ring[(int) ((written - count + i) % ring.length)];
    }
    return new Heard(
        packets,
        lost(),
        reordered,
        duplicates,
        sources.size(),
        Set.copyOf(payloadTypes),
        digits.toString(),
        recent);
  }
}
