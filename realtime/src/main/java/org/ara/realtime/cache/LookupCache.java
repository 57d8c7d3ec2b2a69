package org.ara.realtime.cache;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kept answers of one family, in at most so many bytes: a hash table in segments, read without
 * locks, each segment written under a lock of its own.
 *
 * <p>Finding allocates nothing. What must go is chosen by a clock hand (Corbató 1968): it passes
 * over what was used since it came by last. Chains are bounded, so that names chosen to collide
 * push each other out instead of making everybody search.
 */
public final class LookupCache {

  private static final int SEGMENT_BITS = 4;

  private final long maxBytes;
  private final Segment[] segments = new Segment[1 << SEGMENT_BITS];

  /**
   * An empty cache.
   *
   * @param maxBytes the most bytes of memory it may take, as estimated by {@link Kept}; positive
   */
  public LookupCache(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("a cache needs room: " + maxBytes);
    }
    this.maxBytes = maxBytes;
    for (int i = 0; i < segments.length; i++) {
      segments[i] = new Segment(Math.max(1, maxBytes / segments.length));
    }
  }

  /** The most bytes it may take. */
  public long maxBytes() {
    return maxBytes;
  }

  /** What is kept for one row by equality of one column, with the value as it is stored. */
  public @Nullable Kept find(String column, String value) {
    int hash = Question.hash(column, value);
    return segment(hash).find(hash, column, value);
  }

  /** What is kept for a question. */
  public @Nullable Kept find(Question question) {
    return segment(question.hash()).find(question);
  }

  /** Keeps an answer in place of any earlier one; one that is too large is not kept. */
  public void keep(Kept kept) {
    segment(kept.hash()).put(kept);
  }

  /** How many answers are kept. */
  public long size() {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.size();
    }
    return sum;
  }

  /** How many bytes they take. */
  public long bytes() {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.bytes();
    }
    return sum;
  }

  /** How many were pushed out by others so far. */
  public long evicted() {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.evicted();
    }
    return sum;
  }

  /** How many answers were kept so far; it changes whenever anything is kept. */
  public long kept() {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.kept();
    }
    return sum;
  }

  /** Everything that is kept; what is kept or pushed out meanwhile may be shown or not. */
  public Stream<Kept> stream() {
    return Arrays.stream(segments).flatMap(segment -> segment.all().stream());
  }

  private Segment segment(int hash) {
    return segments[hash >>> (32 - SEGMENT_BITS)];
  }
}
