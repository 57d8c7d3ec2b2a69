package org.ara.pbx.media;

/** Two sines with a rhythm of sound and silence, without end: what tells a caller how it stands. */
public final class Tone implements AudioSource {

  private static final double AMPLITUDE = 4_000;
  private static final double RATE = 8_000;

  private final double first;
  private final double second;
  private final int on;
  private final int off;
  private long position;

  private Tone(int firstHertz, int secondHertz, int onMillis, int offMillis) {
    first = 2 * Math.PI * firstHertz / RATE;
    second = 2 * Math.PI * secondHertz / RATE;
    on = onMillis * 8;
    off = offMillis * 8;
  }

  /** The callee rings. */
  public static Tone ringing() {
    return new Tone(440, 480, 2_000, 4_000);
  }

  /** The callee is busy. */
  public static Tone busy() {
    return new Tone(480, 620, 500, 500);
  }

  /** The call cannot be made. */
  public static Tone congestion() {
    return new Tone(480, 620, 250, 250);
  }

  @Override
  public byte[] next(Codec codec) {
    byte[] frame = new byte[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      frame[i] = G711.encoded(codec, sample(position++));
    }
    return frame;
  }

  private short sample(long at) {
    if (at % (on + off) >= on) {
      return 0;
    }
    return (short) (AMPLITUDE * (Math.sin(first * at) + Math.sin(second * at)));
  }
}
