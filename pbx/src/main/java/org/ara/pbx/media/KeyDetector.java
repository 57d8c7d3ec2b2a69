package org.ara.pbx.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hears keys in audio: the power of each of the eight sines of ITU-T Q.23 in blocks of 12.75 ms, by
 * Goertzel's recurrence (1958). A key counts once it fills two blocks in a row, and again after two
 * blocks without it (ITU-T Q.24 asks for 40 ms of either). Not thread-safe.
 */
public final class KeyDetector {

  private static final int BLOCK = 102;

  /** How much of a block's power the two sines must have: music and speech spread theirs. */
  private static final double SHARE = 0.75;

  /** The least mean square of a block, about -36 dBm0. */
  private static final double SOFTEST = 100.0 * 100.0;

  /** Either sine may be so many times as strong as the other: 8 dB. */
  private static final double TWIST = 6.3;

  private static final char NONE = 0;

  private final double[] coefficients = new double[8];
  private final double[] last = new double[8];
  private final double[] before = new double[8];
  private double energy;
  private int filled;
  private char previous = NONE;
  private char held = NONE;

  /** A detector that has heard nothing. */
  public KeyDetector() {
    for (int i = 0; i < 4; i++) {
      coefficients[i] = 2 * Math.cos(2 * Math.PI * KeyTones.LOW[i] / 8000);
      coefficients[4 + i] = 2 * Math.cos(2 * Math.PI * KeyTones.HIGH[i] / 8000);
    }
  }

  /**
   * Listens to some audio.
   *
   * @param buffer holds it from one place to another
   * @return the key that was pressed in it; null if none was, or one is still held
   */
  public @Nullable Character hear(Codec codec, ByteBuffer buffer, int from, int end) {
    Character pressed = null;
    for (int i = from; i < end; i++) {
      add(G711.linear(codec, buffer.get(i)));
      if (++filled == BLOCK) {
        Character key = judge();
        pressed = key == null ? pressed : key;
      }
    }
    return pressed;
  }

  /** Whether the sound of a key is going on. */
  public boolean isSounding() {
    return held != NONE || previous != NONE;
  }

  private void add(double sample) {
    energy += sample * sample;
    for (int i = 0; i < 8; i++) {
      double next = sample + coefficients[i] * last[i] - before[i];
      before[i] = last[i];
      last[i] = next;
    }
  }

  /** Ends a block. */
  private @Nullable Character judge() {
    char heard = loudest();
    Character pressed = null;
    if (heard != NONE && heard == previous && heard != held) {
      held = heard;
      pressed = heard;
    } else if (heard == NONE && previous == NONE) {
      held = NONE;
    }
    previous = heard;
    Arrays.fill(last, 0);
    Arrays.fill(before, 0);
    energy = 0;
    filled = 0;
    return pressed;
  }

  private char loudest() {
    int low = strongest(0);
    int high = strongest(4);
    double lowPower = power(low);
    double highPower = power(high);
    boolean loud = energy > SOFTEST * BLOCK;
    boolean alone = 2 * (lowPower + highPower) > SHARE * BLOCK * energy;
    boolean even = lowPower < TWIST * highPower && highPower < TWIST * lowPower;
    return loud && alone && even ? KeyTones.key(low, high - 4) : NONE;
  }

  private int strongest(int from) {
    int best = from;
    for (int i = from + 1; i < from + 4; i++) {
      if (power(i) > power(best)) {
        best = i;
      }
    }
    return best;
  }

  private double power(int i) {
    return last[i] * last[i] + before[i] * before[i] - coefficients[i] * last[i] * before[i];
  }
}
