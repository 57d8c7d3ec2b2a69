package org.ara.sip.rtp;

/**
 * The ports of {@code rtp.conf}: {@code rtpstart} to {@code rtpend}, both included.
 *
 * @param start the first port, rounded up to an even one
 * @param end the last port
 */
public record RtpRange(int start, int end) {

  /** The ports where nothing is configured. */
  public static final RtpRange USUAL = new RtpRange(10_000, 20_000);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it has no even port with its odd neighbour, or leaves
   *     1024-65535
   */
  public RtpRange {
    start += start & 1;
    if (start < 1024 || end > 65_535 || end < start + 1) {
      throw new IllegalArgumentException("no pair of ports from " + start + " to " + end);
    }
  }

  int pairs() {
    return (end - start + 1) / 2;
  }

  int port(int pair) {
    return start + 2 * pair;
  }
}
