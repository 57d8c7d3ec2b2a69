package org.ara.testkit.rtp;

import java.util.Set;
import org.ara.testkit.audio.Tone;

/**
 * What has arrived on a stream up to now.
 *
 * @param packets audio packets received, duplicates not counted
 * @param lost sequence numbers that were passed over and never came
 * @param reordered packets that came after a later one
 * @param duplicates packets that came again
 * @param sources how many different synchronisation sources sent
 * @param payloadTypes the payload types seen, events included
 * @param digits the digits of RFC 4733 events, in the order of their end
 * @param recent the last samples, decoded, at most one second, in order
 */
@SuppressWarnings("ArrayRecordComponent")
public record Heard(
    long packets,
    long lost,
    long reordered,
    long duplicates,
    int sources,
    Set<Integer> payloadTypes,
    String digits,
    short[] recent) {

  /** The window in which a tone must sound before it counts as heard: a fifth of a second. */
  static final int WINDOW = Tone.RATE / 5;

  /** Whether the tone, and hardly anything else, is what has been heard last. */
  public boolean isNow(Tone tone) {
    return recent.length >= WINDOW && tone.fills(last(WINDOW));
  }

  private short[] last(int count) {
    short[] window = new short[count];
    System.arraycopy(recent, recent.length - count, window, 0, count);
    return window;
  }

  @Override
  public String toString() {
    return "%d packets, %d lost, %d reordered, %d duplicates, %d sources, payload types %s, digits '%s'"
        .formatted(packets, lost, reordered, duplicates, sources, payloadTypes, digits);
  }
}
