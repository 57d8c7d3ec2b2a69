package org.ara.sip.message;

/**
 * How much a message may take, so that no packet can make us work or store without bound.
 *
 * @param messageBytes octets of the whole message; above it a request is answered 513. 65,535 by
 *     default, the most that UDP carries
 * @param headerLines header field lines, folded ones counted once; above it 400. 256 by default
 * @param lineBytes octets of the start line or of one header field with its folds; above it 400.
 *     8,192 by default
 */
public record ParseLimits(int messageBytes, int headerLines, int lineBytes) {
  public static final ParseLimits DEFAULTS = new ParseLimits(65_535, 256, 8_192);

  /**
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ParseLimits {
    if (messageBytes < 1 || headerLines < 1 || lineBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
