package org.ara.realtime.batch;

/**
 * What has gone through a {@link Batcher} so far, and what is in it now.
 *
 * @param batches how many batches went out
 * @param requests how many requests they held together
 * @param largest the most requests in one batch
 * @param waiting how many requests wait now
 * @param inFlight how many batches are out now
 * @param overloaded how many requests were refused or gave up waiting
 */
public record BatchStatus(
    long batches, long requests, int largest, int waiting, int inFlight, long overloaded) {

  /** Nothing yet. */
  public static final BatchStatus NONE = new BatchStatus(0, 0, 0, 0, 0, 0);

  /** Both together. */
  public BatchStatus plus(BatchStatus other) {
    return new BatchStatus(
        batches + other.batches,
        requests + other.requests,
        Math.max(largest, other.largest),
        waiting + other.waiting,
        inFlight + other.inFlight,
        overloaded + other.overloaded);
  }
}
