package org.ara.sip.rtp;

import org.jspecify.annotations.Nullable;

/**
 * Notices each key once in a stream of telephone events, which repeat it every 20 ms (RFC 4733):
 * all packets of one press have the same timestamp.
 */
final class EventKeys {

  private static final String KEYS = "0123456789*#ABCD";

  private boolean any;
  private int last;

  /**
   * Takes a packet of an event in.
   *
   * @return the key if this is the first packet of its press, else null
   */
  @Nullable Character pressed(int event, int timestamp) {
    if (any && timestamp == last) {
      return null;
    }
    any = true;
    last = timestamp;
    return event < KEYS.length() ? KEYS.charAt(event) : null;
  }

  /** The event number of a key, -1 if it has none. */
  static int event(char key) {
    return KEYS.indexOf(key);
  }
}
