package org.ara.pbx.media;

/**
 * The two laws of ITU-T G.711 as tables: each maps 256 codes to 16-bit linear samples and every
 * linear sample to a code.
 */
final class G711 {

  private static final int ULAW_BIAS = 33;
  private static final int ULAW_HIGHEST = 8158;
  private static final int ALAW_HIGHEST = 4095;
  private static final int ALAW_INVERSION = 0x55;

  private static final short[] FROM_ULAW = new short[256];
  private static final short[] FROM_ALAW = new short[256];
  private static final byte[] TO_ULAW = new byte[65_536];
  private static final byte[] TO_ALAW = new byte[65_536];

  static {
    for (int code = 0; code < 256; code++) {
      FROM_ULAW[code] = (short) expandUlaw(code);
      FROM_ALAW[code] = (short) expandAlaw(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      TO_ULAW[sample & 0xFFFF] = (byte) compressUlaw(sample);
      TO_ALAW[sample & 0xFFFF] = (byte) compressAlaw(sample);
    }
  }

  private G711() {}

  static short linear(Codec codec, byte code) {
    return switch (codec) {
      case ULAW -> FROM_ULAW[code & 0xFF];
      case ALAW -> FROM_ALAW[code & 0xFF];
    };
  }

  static byte encoded(Codec codec, short sample) {
    return switch (codec) {
      case ULAW -> TO_ULAW[sample & 0xFFFF];
      case ALAW -> TO_ALAW[sample & 0xFFFF];
    };
  }

  /** All bits are inverted on the line; the magnitude has 13 bits, here times 4. */
  private static int expandUlaw(int code) {
    int bits = ~code & 0xFF;
    int segment = bits >> 4 & 7;
    int magnitude = (((bits & 15) * 2 + ULAW_BIAS) << segment) - ULAW_BIAS;
    return (bits & 0x80) == 0 ? magnitude * 4 : -magnitude * 4;
  }

  private static int compressUlaw(int sample) {
    int magnitude = Math.min(Math.abs(sample) >> 2, ULAW_HIGHEST) + ULAW_BIAS;
    int segment = 26 - Integer.numberOfLeadingZeros(magnitude);
    int bits = segment << 4 | (magnitude >> segment + 1 & 15) | (sample < 0 ? 0x80 : 0);
    return ~bits & 0xFF;
  }

  /** Even bits are inverted on the line; the magnitude has 12 bits, here times 8. */
  private static int expandAlaw(int code) {
    int bits = code ^ ALAW_INVERSION;
    int segment = bits >> 4 & 7;
    int mantissa = (bits & 15) * 2 + 1;
    int magnitude = segment == 0 ? mantissa : mantissa + 32 << segment - 1;
    return (bits & 0x80) == 0 ? -magnitude * 8 : magnitude * 8;
  }

  private static int compressAlaw(int sample) {
    int magnitude = Math.min((sample < 0 ? ~sample : sample) >> 3, ALAW_HIGHEST);
    int segment = magnitude < 32 ? 0 : 27 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = magnitude >> Math.max(segment, 1) & 15;
    int bits = segment << 4 | mantissa | (sample < 0 ? 0 : 0x80);
    return bits ^ ALAW_INVERSION;
  }
}
