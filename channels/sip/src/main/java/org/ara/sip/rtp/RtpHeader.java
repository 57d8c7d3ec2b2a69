package org.ara.sip.rtp;

import io.netty.buffer.ByteBuf;

/**
 * The fixed part of an RTP packet (RFC 3550 5.1): finding the payload, writing the twelve bytes.
 */
final class RtpHeader {

  static final int LENGTH = 12;

  private static final int VERSION = 2;

  private RtpHeader() {}

  /**
   * Moves the packet's reader to its payload and its end before the padding.
   *
   * @return whether it is a sound RTP packet with a payload
   */
  static boolean seekPayload(ByteBuf packet) {
    int start = packet.readerIndex();
    int length = packet.readableBytes();
    if (length < LENGTH) {
      return false;
    }
    int first = packet.getByte(start);
    int at = LENGTH + 4 * (first & 0x0f);
    if ((first >> 6 & 3) != VERSION || at > length) {
      return false;
    }
    if ((first & 0x10) != 0) {
      if (at + 4 > length) {
        return false;
      }
      at += 4 + 4 * packet.getUnsignedShort(start + at + 2);
    }
    int end = length;
    if ((first & 0x20) != 0) {
      int padding = packet.getUnsignedByte(start + length - 1);
      end = padding == 0 ? -1 : length - padding;
    }
    if (at >= end) {
      return false;
    }
    packet.setIndex(start + at, start + end);
    return true;
  }

  static int payloadType(ByteBuf packet, int start) {
    return packet.getByte(start + 1) & 0x7f;
  }

  static boolean marker(ByteBuf packet, int start) {
    return packet.getByte(start + 1) < 0;
  }

  static int timestamp(ByteBuf packet, int start) {
    return packet.getInt(start + 4);
  }

  static void write(
      ByteBuf packet, int payloadType, boolean marker, int sequence, int timestamp, int source) {
    packet.writeByte(VERSION << 6);
    packet.writeByte(marker ? payloadType | 0x80 : payloadType);
    packet.writeShort(sequence);
    packet.writeInt(timestamp);
    packet.writeInt(source);
  }
}
