package org.ara.sip.rtp;

import java.time.Duration;
import org.ara.pbx.media.KeyTones;
import org.ara.sip.sdp.Agreement;

/**
 * Tells a far end of the keys that come for it as telephone events, in another way where it takes
 * no events. Guarded by its session.
 */
final class KeyOutput {

  private static final int FRAMES = 8;
  private static final int FRAME_MILLIS = 20;
  private static final int FRAME_SAMPLES = 160;

  private final RtpSession session;
  private final MediaLoop loop;
  private final EventKeys keys = new EventKeys();
  private KeyMode mode = KeyMode.RFC2833;
  private KeyListener signalling = key -> {};
  private long soundEnd;
  private boolean sounding;

  KeyOutput(RtpSession session, MediaLoop loop) {
    this.session = session;
    this.loop = loop;
  }

  void mode(KeyMode wanted, KeyListener bySignalling) {
    mode = wanted;
    signalling = bySignalling;
  }

  KeyMode mode() {
    return mode;
  }

  /** Takes a packet of an event in; true if it is to be sent as it is. */
  boolean passes(Agreement agreed, int event, int timestamp) {
    if (mode.events() && agreed.eventType() >= 0) {
      return true;
    }
    Character key = keys.pressed(event, timestamp);
    if (key == null) {
      return false;
    }
    char pressed = key;
    if (mode.signalled()) {
      KeyListener told = signalling;
      loop.after(Duration.ZERO, () -> told.pressed(pressed));
    } else {
      sound(pressed, timestamp);
    }
    return false;
  }

  /** Whether a key sounds just now, in place of all other audio. */
  boolean isSounding() {
    sounding &= soundEnd - System.nanoTime() > 0;
    return sounding;
  }

  private void sound(char key, int timestamp) {
    KeyTones tones = KeyTones.of(key);
    for (int i = 0; i < FRAMES; i++) {
      int at = timestamp + i * FRAME_SAMPLES;
      loop.after(Duration.ofMillis((long) i * FRAME_MILLIS), () -> session.sound(tones, at));
    }
    sounding = true;
    soundEnd = System.nanoTime() + Duration.ofMillis(FRAMES * FRAME_MILLIS).toNanos();
  }
}
