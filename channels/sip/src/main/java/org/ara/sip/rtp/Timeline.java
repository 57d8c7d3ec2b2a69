package org.ara.sip.rtp;

import java.util.random.RandomGenerator;

/**
 * Sequence numbers and timestamps of one outgoing stream, continuous whatever its sources do: a
 * jump in a source's timestamps (another bridge, a prompt, a phone that started anew) becomes as
 * much time as went by.
 */
final class Timeline {

  private static final int RATE_PER_MILLI = 8;
  private static final int JUMP = 8000;
  private static final int PACKET = 160;

  private final int source;
  private int sequence;
  private int written;
  private int read;
  private long writtenAtMillis;
  private boolean started;

  Timeline(RandomGenerator random) {
    this.source = random.nextInt();
    this.sequence = random.nextInt(1 << 15);
    this.written = random.nextInt();
  }

  /** The stream's SSRC. */
  int source() {
    return source;
  }

  /** The next sequence number. */
  int nextSequence() {
    sequence = (sequence + 1) & 0xffff;
    return sequence;
  }

  /**
   * Places a frame.
   *
   * @param timestamp the frame's own, from its source
   * @param nowMillis the time, from any fixed point
   * @return whether it does not follow on from the one before, so that it needs a marker; the place
   *     is in {@link #timestamp()}
   */
  boolean place(int timestamp, long nowMillis) {
    int step = timestamp - read;
    long passed = (nowMillis - writtenAtMillis) * RATE_PER_MILLI;
    boolean jumped = !started || Math.abs((long) step - passed) > JUMP || step < -JUMP;
    if (!started) {
      started = true;
    } else if (jumped) {
      written += (int) Math.max(PACKET, passed);
    } else {
      written += step;
    }
    read = timestamp;
    writtenAtMillis = nowMillis;
    return jumped;
  }

  /** Where the last frame was placed. */
  int timestamp() {
    return written;
  }
}
