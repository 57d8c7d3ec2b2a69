package org.ara.sip.rtp;

import java.nio.ByteBuffer;

/** Writes the twelve bytes that precede a payload (RFC 3550 5.1). */
final class RtpHeader {

  private static final int VERSION = 2;

  private RtpHeader() {}

  static void write(ByteBuffer packet, int at, int type, boolean marker, Timeline place) {
    packet.put(at, (byte) (VERSION << 6));
    packet.put(at + 1, (byte) (marker ? type | 0x80 : type));
    packet.putShort(at + 2, (short) place.nextSequence());
    packet.putInt(at + 4, place.timestamp());
    packet.putInt(at + 8, place.source());
  }
}
