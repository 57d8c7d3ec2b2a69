package org.ara.realtime.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What has gone through a {@link Batcher} so far, and what is in it now.
 *
 * @param batches how many batches went out
 * @param requests how many requests they held together
 * @param largest the most requests in one batch
 * @param waiting how many requests wait now
 * @param inFlight how many batches are out now
 * @param overloaded how many requests were refused or gave up waiting
 * @param sizes how many batches held at most 1, 2, 4, ... {@value #LARGEST_SIZE} requests and more
 *     than half of that; the last one counts those that held more as well
 */
public record BatchStatus(
    long batches,
    long requests,
    int largest,
    int waiting,
    int inFlight,
    long overloaded,
    List<Long> sizes) {

  /** The upper end of the last size. */
  public static final int LARGEST_SIZE = 512;

  /** How many sizes there are. */
  public static final int SIZES = 10;

  /** Nothing yet. */
  public static final BatchStatus NONE =
      new BatchStatus(0, 0, 0, 0, 0, 0, Collections.nCopies(SIZES, 0L));

  public BatchStatus {
    sizes = List.copyOf(sizes);
  }

  /** The place in {@link #sizes} of a batch with so many requests. */
  static int size(int requests) {
    return Math.min(SIZES - 1, Integer.SIZE - Integer.numberOfLeadingZeros(requests - 1));
  }

  /** Both together. */
  public BatchStatus plus(BatchStatus other) {
    return new BatchStatus(
        batches + other.batches,
        requests + other.requests,
        Math.max(largest, other.largest),
        waiting + other.waiting,
        inFlight + other.inFlight,
        overloaded + other.overloaded,
        sum(sizes, other.sizes));
  }

  private static List<Long> sum(List<Long> some, List<Long> others) {
    List<Long> sum = new ArrayList<>(SIZES);
    for (int i = 0; i < SIZES; i++) {
      sum.add(some.get(i) + others.get(i));
    }
    return sum;
  }
}
