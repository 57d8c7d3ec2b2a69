package org.ara.pbx.media;

import java.util.Arrays;
import java.util.Locale;

/** How a sound file is encoded, told by its extension; all have one channel and 8000 samples/s. */
enum SoundFormat {
  ULAW(1),
  ALAW(1),
  /** 16-bit linear, little endian, no header. */
  SLN(2),
  /** The same behind a RIFF header. */
  WAV(2);

  private final int bytesPerSample;

  SoundFormat(int bytesPerSample) {
    this.bytesPerSample = bytesPerSample;
  }

  int bytesPerSample() {
    return bytesPerSample;
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a file of this format needs no work at all for that encoding. */
  boolean is(Codec codec) {
    return extension().equals(codec.label());
  }

  /** Takes a piece of a file, {@code length} bytes of it, to an encoding. */
  byte[] encode(byte[] piece, int length, Codec codec) {
    return switch (this) {
      case ULAW -> recode(Codec.ULAW, piece, length, codec);
      case ALAW -> recode(Codec.ALAW, piece, length, codec);
      case SLN, WAV -> {
        byte[] encoded = new byte[length / 2];
        for (int i = 0; i < encoded.length; i++) {
          encoded[i] = G711.encoded(codec, (short) (piece[2 * i] & 0xFF | piece[2 * i + 1] << 8));
        }
        yield encoded;
      }
    };
  }

  private static byte[] recode(Codec from, byte[] piece, int length, Codec to) {
    byte[] own = Arrays.copyOf(piece, length);
    return Transcoder.to(to, new Frame.Audio(from, own, 0, false)).payload();
  }
}
