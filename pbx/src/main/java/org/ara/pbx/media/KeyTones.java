package org.ara.pbx.media;

/** The sound of a key: one of four low and one of four high sines (ITU-T Q.23), without end. */
public final class KeyTones implements AudioSource {

  static final int[] LOW = {697, 770, 852, 941};
  static final int[] HIGH = {1209, 1336, 1477, 1633};

  /** The keys as they stand on a telephone: a row for each low sine. */
  private static final String[] ROWS = {"123A", "456B", "789C", "*0#D"};

  private static final double AMPLITUDE = 6_000;
  private static final double RATE = 8_000;

  private final double low;
  private final double high;
  private long position;

  private KeyTones(int lowHertz, int highHertz) {
    low = 2 * Math.PI * lowHertz / RATE;
    high = 2 * Math.PI * highHertz / RATE;
  }

  /**
   * The sound of a key.
   *
   * @param key one of {@code 0-9 A-D * #}
   * @throws IllegalArgumentException if it is none
   */
  public static KeyTones of(char key) {
    for (int row = 0; row < ROWS.length; row++) {
      int column = ROWS[row].indexOf(key);
      if (column >= 0) {
        return new KeyTones(LOW[row], HIGH[column]);
      }
    }
    throw new IllegalArgumentException("'" + key + "' is no key");
  }

  static char key(int row, int column) {
    return ROWS[row].charAt(column);
  }

  @Override
  public byte[] next(Codec codec) {
    byte[] frame = new byte[SAMPLES];
    for (int i = 0; i < SAMPLES; i++, position++) {
      double sample = AMPLITUDE * (Math.sin(low * position) + Math.sin(high * position));
      frame[i] = G711.encoded(codec, (short) sample);
    }
    return frame;
  }
}
