package org.ara.sip.rtp;

import java.time.Duration;
import java.util.function.Consumer;
import org.ara.pbx.media.Frame;

/**
 * A key whose press became known otherwise than by telephone events, as the events of a press of
 * 100 ms, the last packet three times (RFC 4733 2.5.1.4).
 */
final class KeyPress {

  private static final int VOLUME = 10;
  private static final int END = 0x80;
  private static final int UPDATES = 5;
  private static final int ENDS = 3;
  private static final int FRAME_MILLIS = 20;
  private static final int FRAME_SAMPLES = 160;

  private KeyPress() {}

  /** Hands the packets on, each when it is due. */
  static void play(MediaLoop loop, char key, int timestamp, Consumer<Frame> to) {
    int event = EventKeys.event(key);
    for (int i = 0; i < UPDATES + ENDS; i++) {
      boolean end = i >= UPDATES;
      int duration = FRAME_SAMPLES * (Math.min(i, UPDATES) + 1);
      byte[] payload = {
        (byte) event, (byte) (end ? END | VOLUME : VOLUME), (byte) (duration >> 8), (byte) duration
      };
      Frame frame = new Frame.TelephoneEvent(payload, timestamp, i == 0);
      loop.after(
          Duration.ofMillis((long) Math.min(i, UPDATES) * FRAME_MILLIS), () -> to.accept(frame));
    }
  }
}
