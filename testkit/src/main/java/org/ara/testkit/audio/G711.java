package org.ara.testkit.audio;

/** The two companding laws of ITU-T G.711, between 16-bit linear samples and one byte each. */
public enum G711 {
  /** North America and Japan: RTP payload type 0. */
  PCMU(0) {
    @Override
    public byte encode(int sample) {
      int sign = sample < 0 ? 0x80 : 0;
      int magnitude = Math.min(Math.abs(sample), 32635) + 132;
      int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
      int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
      return (byte) ~(sign | exponent << 4 | mantissa);
    }

    @Override
    public short decode(byte code) {
      int inverted = ~code & 0xff;
      int exponent = (inverted >> 4) & 7;
      int magnitude = (((inverted & 0x0f) << 3) + 132 << exponent) - 132;
      return (short) ((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }
  },

  /** The rest of the world: RTP payload type 8. */
  PCMA(8) {
    @Override
    public byte encode(int sample) {
      int sign = sample < 0 ? 0 : 0x80;
      int magnitude = Math.min(sample < 0 ? ~sample : sample, 32767) >> 3;
      int code;
      if (magnitude < 32) {
        code = magnitude >> 1;
      } else {
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 4;
        code = exponent << 4 | (magnitude >> exponent) & 0x0f;
      }
      return (byte) ((sign | code) ^ 0x55);
    }

    @Override
    public short decode(byte code) {
      int even = (code ^ 0x55) & 0xff;
      int exponent = (even >> 4) & 7;
      int mantissa = even & 0x0f;
      int magnitude =
          exponent == 0 ? (mantissa << 4) + 8 : (mantissa << 4) + 0x108 << (exponent - 1);
      return (short) ((even & 0x80) != 0 ? magnitude : -magnitude);
    }
  };

  private final int payloadType;

  G711(int payloadType) {
    this.payloadType = payloadType;
  }

  /** The static payload type of RFC 3551. */
  public int payloadType() {
    return payloadType;
  }

  /** The code of a sample; samples beyond the law's range are clipped. */
  public abstract byte encode(int sample);

  /** The sample that a code stands for. */
  public abstract short decode(byte code);

  /** The codes of a stretch of samples. */
  public byte[] encode(short[] samples) {
    byte[] codes = new byte[samples.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = encode(samples[i]);
    }
    return codes;
  }

  /** The samples of a stretch of codes. */
  public short[] decode(byte[] codes) {
    short[] samples = new short[codes.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = decode(codes[i]);
    }
    return samples;
  }
}
