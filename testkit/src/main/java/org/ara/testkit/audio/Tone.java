package org.ara.testkit.audio;

/**
 * A sine of one frequency at 8,000 samples a second, which can be played and be recognised.
 *
 * @param hertz the frequency, 1 to 3,999
 */
public record Tone(int hertz) {

  /** Samples a second of everything here. */
  public static final int RATE = 8000;

  private static final double AMPLITUDE = 8000;

  public Tone {
    if (hertz < 1 || hertz >= RATE / 2) {
      throw new IllegalArgumentException(
          "A tone of " + hertz + " Hz cannot be sampled at " + RATE + " Hz");
    }
  }

  /**
   * A stretch of the tone.
   *
   * @param start the number of samples played before, so that stretches join without a click
   */
  public short[] samples(long start, int count) {
    short[] samples = new short[count];
    double step = 2 * Math.PI * hertz / RATE;
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(AMPLITUDE * Math.sin(step * ((start + i) % RATE)));
    }
    return samples;
  }

  /**
   * How much of the energy of these samples is this tone: 1 for the pure tone, near 0 for silence,
   * noise or other tones. Goertzel's algorithm, G. Goertzel, American Mathematical Monthly 65
   * (1958).
   */
  public double shareOf(short[] samples) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double last = 0;
    double beforeLast = 0;
    double energy = 0;
    for (short sample : samples) {
      double next = sample + coefficient * last - beforeLast;
      beforeLast = last;
      last = next;
      energy += (double) sample * sample;
    }
    if (energy < samples.length * 100.0) {
      return 0; // Below an amplitude of some 14 steps it is silence, whatever its shape.
    }
    double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
    return power * 2 / (samples.length * energy);
  }

  /** Whether these samples are this tone and hardly anything else. */
  public boolean fills(short[] samples) {
    return samples.length > 0 && shareOf(samples) > 0.9;
  }

  @Override
  public String toString() {
    return hertz + " Hz";
  }
}
