package org.ara.pbx.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads past the header of a RIFF file up to its samples, checking that we can play them. */
final class WavHeader {

  private WavHeader() {}

  /**
   * Leaves the stream at the first sample.
   *
   * @return how many bytes of samples there are
   * @throws IOException if it is no RIFF file of 16-bit linear samples, one channel, 8000 a second
   */
  static long skip(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (!"RIFF".equals(tag(in))) {
      throw new IOException("it is not a RIFF file");
    }
    in.skipNBytes(4);
    if (!"WAVE".equals(tag(in))) {
      throw new IOException("it is not a WAVE file");
    }
    while (true) {
      String chunk = tag(in);
      long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if ("data".equals(chunk)) {
        return size;
      }
      if ("fmt ".equals(chunk) && size >= 16) {
        checkFormat(in);
        size -= 16;
      }
      in.skipNBytes(size + (size & 1));
    }
  }

  private static void checkFormat(DataInputStream in) throws IOException {
    int encoding = Short.reverseBytes(in.readShort());
    int channels = Short.reverseBytes(in.readShort());
    int rate = Integer.reverseBytes(in.readInt());
    in.skipNBytes(6);
    int bits = Short.reverseBytes(in.readShort());
    if (encoding != 1 || channels != 1 || rate != 8000 || bits != 16) {
      throw new IOException(
          "only 16-bit linear samples, one channel, 8000 a second can be played, not encoding "
              + (encoding + ", " + channels + " channels, " + rate + " a second, " + bits)
              + " bits");
    }
  }

  private static String tag(DataInputStream in) throws IOException {
    byte[] tag = new byte[4];
    in.readFully(tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }
}
