package org.ara.sip.rtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a phone and this server tell each other of keys ({@code dtmfmode}). */
public enum KeyMode {
  /** Telephone events in the media (RFC 4733); sounds where the far end takes none. */
  RFC2833,
  /** The same; and where the far end takes no events, its audio is listened to for sounds. */
  AUTO,
  /** Sounds in the audio. */
  INBAND,
  /** INFO requests with {@code application/dtmf-relay}. */
  INFO,
  /** INFO requests with {@code application/dtmf}. */
  SHORTINFO;

  /** The word in configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that word. */
  public static Optional<KeyMode> named(String label) {
    return Arrays.stream(values()).filter(m -> m.label().equalsIgnoreCase(label)).findFirst();
  }

  /** Whether telephone events are to be agreed on. */
  public boolean events() {
    return this == RFC2833 || this == AUTO;
  }

  /** Whether keys are told by INFO. */
  public boolean signalled() {
    return this == INFO || this == SHORTINFO;
  }

  /** Whether the far end's audio may hold keys. */
  boolean listens(boolean events) {
    return this == INBAND || (this == AUTO && !events);
  }
}
