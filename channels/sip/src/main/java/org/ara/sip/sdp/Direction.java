package org.ara.sip.sdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way media flows, from the point of view of who wrote it (RFC 8866 6.7). */
public enum Direction {
  SENDRECV(true, true),
  SENDONLY(true, false),
  RECVONLY(false, true),
  INACTIVE(false, false);

  private final boolean sends;
  private final boolean receives;

  Direction(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  /** Whether who wrote it sends. */
  public boolean sends() {
    return sends;
  }

  /** Whether who wrote it wants to receive. */
  public boolean receives() {
    return receives;
  }

  /** The answer of someone who would send and receive, seen from their side (RFC 3264 6.1). */
  public Direction reversed() {
    return switch (this) {
      case SENDRECV -> SENDRECV;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case INACTIVE -> INACTIVE;
    };
  }

  /** The attribute's name. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Direction> of(String attribute) {
    return Arrays.stream(values()).filter(d -> d.token().equals(attribute)).findFirst();
  }
}
