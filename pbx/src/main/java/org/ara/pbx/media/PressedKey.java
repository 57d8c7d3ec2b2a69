package org.ara.pbx.media;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A key pressed by the server: the telephone events of its press, a packet every 20 ms and the last
 * one three times (RFC 4733 2.5.1.4); a leg turns them into whatever its phone understands.
 */
public final class PressedKey {

  private static final String KEYS = "0123456789*#ABCD";
  private static final int VOLUME = 10;
  private static final int END = 0x80;
  private static final int ENDS = 3;
  private static final int FRAME_MILLIS = 20;
  private static final int FRAME_SAMPLES = 160;

  private PressedKey() {}

  /** Whether there is such a key: one of {@code 0-9 A-D * #}. */
  public static boolean exists(char key) {
    return KEYS.indexOf(key) >= 0;
  }

  /**
   * Sends the press of a key, taking as long as it lasts.
   *
   * @param key one of {@code 0-9 A-D * #}
   * @param time how long it is pressed, at most 8 seconds
   */
  public static void send(MediaPort port, char key, Duration time) throws InterruptedException {
    int frames = (int) Math.clamp(time.toMillis() / FRAME_MILLIS, 1, 400);
    int timestamp = ThreadLocalRandom.current().nextInt();
    for (int i = 1; i < frames + ENDS; i++) {
      boolean end = i >= frames;
      port.send(
          new Frame.TelephoneEvent(
              payload(key, end, Math.min(i, frames) * FRAME_SAMPLES), timestamp, i == 1));
      if (!end) {
        Thread.sleep(FRAME_MILLIS);
      }
    }
  }

  private static byte[] payload(char key, boolean end, int duration) {
    return new byte[] {
      (byte) KEYS.indexOf(key),
      (byte) (end ? END | VOLUME : VOLUME),
      (byte) (duration >> 8),
      (byte) duration
    };
  }
}
