package org.ara.sip.transport;

import java.time.Duration;

/**
 * How much connections may take, all listeners together.
 *
 * @param most connections at once
 * @param perSource connections from one address at once; an IPv6 /64 is one address
 * @param strangers connections at once on which nobody was let in yet; of one address a tenth
 * @param proving how long a connection may stay without anybody being let in
 * @param finishing how long a message may take from its first octet to its last
 * @param idle how long a connection stays on which nothing passes
 * @param connecting how long a connection of ours may take to be made
 * @param unread octets that may wait for a far end to read them
 */
public record StreamLimits(
    int most,
    int perSource,
    int strangers,
    Duration proving,
    Duration finishing,
    Duration idle,
    Duration connecting,
    int unread) {

  /** What holds where nothing is configured. */
  public static final StreamLimits USUAL =
      new StreamLimits(
          10_000,
          1_000,
          1_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofHours(2),
          Duration.ofSeconds(10),
          1 << 20);

  /** How many of the strangers may come from one address. */
  int strangersPerSource() {
    return Math.max(1, strangers / 10);
  }
}
