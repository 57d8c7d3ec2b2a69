package org.ara.sip.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.ara.pbx.media.Codec;
import org.jspecify.annotations.Nullable;

/**
 * The packet that has just arrived, in a buffer that the next one overwrites: the fixed part of RTP
 * (RFC 3550 5.1) read from it. One thread's.
 */
final class Arrival {

  /** The least that precedes a payload. */
  static final int HEADER = 12;

  private static final int MOST = 2048;
  private static final int VERSION = 2;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST);
  private @Nullable InetSocketAddress from;
  private int payload;
  private int end;

  /** Takes the next packet of a channel in; false if there is none. */
  boolean receive(DatagramChannel channel) {
    buffer.clear();
    try {
      from = (InetSocketAddress) channel.receive(buffer);
    } catch (IOException e) {
      return false; // closed meanwhile
    }
    buffer.flip();
    return from != null;
  }

  /** Where it came from. */
  InetSocketAddress from() {
    InetSocketAddress sender = from;
    if (sender == null) {
      throw new IllegalStateException("nothing arrived");
    }
    return sender;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Finds the payload; false if this is no sound RTP packet with one. */
  boolean isSound() {
    int length = buffer.limit();
    if (length < HEADER) {
      return false;
    }
    int first = buffer.get(0);
    int at = HEADER + 4 * (first & 0x0f);
    if ((first >> 6 & 3) != VERSION || at > length) {
      return false;
    }
    if ((first & 0x10) != 0) {
      if (at + 4 > length) {
        return false;
      }
      at += 4 + 4 * (buffer.getShort(at + 2) & 0xffff);
    }
    int last = length;
    if ((first & 0x20) != 0) {
      int padding = buffer.get(length - 1) & 0xff;
      last = padding == 0 ? -1 : length - padding;
    }
    payload = at;
    end = last;
    return at < last;
  }

  /** Where the payload begins, at least {@link #HEADER}. */
  int payload() {
    return payload;
  }

  /** Where the payload ends. */
  int end() {
    return end;
  }

  /** The number of a telephone event. */
  int event() {
    return buffer.get(payload) & 0xff;
  }

  /** Makes the payload silent. */
  void silence(Codec codec) {
    byte silence =
        switch (codec) {
          case ULAW -> (byte) 0xff;
          case ALAW -> (byte) 0xd5;
        };
    for (int i = payload; i < end; i++) {
      buffer.put(i, silence);
    }
  }

  int type() {
    return buffer.get(1) & 0x7f;
  }

  boolean marker() {
    return buffer.get(1) < 0;
  }

  int timestamp() {
    return buffer.getInt(4);
  }

  /** A copy of the payload, at most so many bytes of it. */
  byte[] copy(int most) {
    byte[] bytes = new byte[Math.min(most, end - payload)];
    buffer.get(payload, bytes);
    return bytes;
  }
}
