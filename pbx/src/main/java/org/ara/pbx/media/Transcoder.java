package org.ara.pbx.media;

import java.nio.ByteBuffer;

/** Turns audio of one encoding into another, a table look-up for each sample. */
public final class Transcoder {

  private static final byte[][][] TABLES = new byte[Codec.values().length][][];

  static {
    for (Codec from : Codec.values()) {
      TABLES[from.ordinal()] = new byte[Codec.values().length][];
      for (Codec to : Codec.values()) {
        TABLES[from.ordinal()][to.ordinal()] = table(from, to);
      }
    }
  }

  private Transcoder() {}

  /** The frame itself if it has that encoding already, else one made from it. */
  public static Frame.Audio to(Codec codec, Frame.Audio frame) {
    if (frame.codec() == codec) {
      return frame;
    }
    byte[] table = TABLES[frame.codec().ordinal()][codec.ordinal()];
    byte[] from = frame.payload();
    byte[] payload = new byte[from.length];
    for (int i = 0; i < from.length; i++) {
      payload[i] = table[from[i] & 0xFF];
    }
    return new Frame.Audio(codec, payload, frame.timestamp(), frame.marker());
  }

  /** Turns the bytes of a buffer between two places into another encoding. */
  public static void inPlace(ByteBuffer buffer, int from, int end, Codec is, Codec wanted) {
    if (is == wanted) {
      return;
    }
    byte[] table = TABLES[is.ordinal()][wanted.ordinal()];
    for (int i = from; i < end; i++) {
      buffer.put(i, table[buffer.get(i) & 0xFF]);
    }
  }

  private static byte[] table(Codec from, Codec to) {
    byte[] table = new byte[256];
    for (int code = 0; code < 256; code++) {
      table[code] = from == to ? (byte) code : G711.encoded(to, G711.linear(from, (byte) code));
    }
    return table;
  }
}
