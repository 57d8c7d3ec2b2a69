package org.ara.pbx.mailbox;

/**
 * How many messages a mailbox has.
 *
 * @param fresh those that nobody has heard, from 0
 * @param old those that somebody has, from 0
 */
public record MessageCount(int fresh, int old) {

  /** No message. */
  public static final MessageCount NONE = new MessageCount(0, 0);

  public MessageCount {
    if (fresh < 0 || old < 0) {
      throw new IllegalArgumentException("less than no message: " + fresh + "/" + old);
    }
  }

  /** Those of both. */
  public MessageCount plus(MessageCount other) {
    return new MessageCount(fresh + other.fresh, old + other.old);
  }

  /** Whether there is something to hear. */
  public boolean waiting() {
    return fresh > 0;
  }
}
