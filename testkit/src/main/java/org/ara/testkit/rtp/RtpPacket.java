package org.ara.testkit.rtp;

import java.nio.ByteBuffer;

/**
 * A packet of RTP (RFC 3550 5.1), without contributing sources or extensions, which no telephone
 * here sends.
 *
 * @param payloadType 0 to 127
 * @param marker the start of a talk spurt
 * @param sequence 0 to 65535
 * @param timestamp 32 bits, in samples
 * @param ssrc the stream's identity, 32 bits
 */
@SuppressWarnings("ArrayRecordComponent")
record RtpPacket(
    int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {

  static final int HEADER = 12;

  byte[] encode() {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) 0x80)
        .put((byte) ((marker ? 0x80 : 0) | payloadType))
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(ssrc)
        .put(payload)
        .array();
  }

  /**
   * Reads a packet.
   *
   * @throws IllegalArgumentException if this is not RTP of version 2, saying what is wrong
   */
  static RtpPacket decode(byte[] bytes, int length) {
    if (length < HEADER) {
      throw new IllegalArgumentException("RTP packet of " + length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    int first = in.get() & 0xff;
    if (first >> 6 != 2) {
      throw new IllegalArgumentException("RTP version " + (first >> 6));
    }
    int second = in.get() & 0xff;
    int sequence = in.getShort() & 0xffff;
    int timestamp = in.getInt();
    int ssrc = in.getInt();
    int skip = 4 * (first & 0x0f);
    if (in.remaining() < skip) {
      throw new IllegalArgumentException("RTP packet cut within its sources");
    }
    in.position(in.position() + skip);
    if ((first & 0x10) != 0) {
      if (in.remaining() < 4
          || in.remaining() - 4 < 4 * (in.getShort(in.position() + 2) & 0xffff)) {
        throw new IllegalArgumentException("RTP packet cut within its extension");
      }
      in.position(in.position() + 4 + 4 * (in.getShort(in.position() + 2) & 0xffff));
    }
    int padding = (first & 0x20) != 0 ? bytes[length - 1] & 0xff : 0;
    if (padding > in.remaining()) {
      throw new IllegalArgumentException("RTP padding longer than its packet");
    }
    byte[] payload = new byte[in.remaining() - padding];
    in.get(payload);
    return new RtpPacket(second & 0x7f, second >> 7 != 0, sequence, timestamp, ssrc, payload);
  }
}
