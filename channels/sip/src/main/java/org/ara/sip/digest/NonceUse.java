package org.ara.sip.digest;

/**
 * Which counts of one nonce were used: the highest and the 63 below it, so that requests overtaking
 * each other are accepted and none is accepted twice.
 */
final class NonceUse {

  private static final int WINDOW = 64;

  private long highest;
  private long seen;
  private boolean uncounted;
  private final long issued;

  /** Nothing used yet of a nonce that was issued then. */
  NonceUse(long issued) {
    this.issued = issued;
  }

  long issued() {
    return issued;
  }

  /** Takes a count, 0 for a client that does not count; false if it was taken before. */
  boolean take(long count) {
    if (count <= 0) {
      boolean first = !uncounted && highest == 0;
      uncounted = true;
      return first;
    }
    if (uncounted) {
      return false;
    }
    if (count > highest) {
      long ahead = count - highest;
      seen = ahead >= WINDOW ? 1 : (seen << ahead) | 1;
      highest = count;
      return true;
    }
    long behind = highest - count;
    if (behind >= WINDOW || (seen >>> behind & 1) != 0) {
      return false;
    }
    seen |= 1L << behind;
    return true;
  }
}
