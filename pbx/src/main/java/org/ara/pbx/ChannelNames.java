package org.ara.pbx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Gives channels their serial numbers and unique ids. */
final class ChannelNames {

  private final String systemName;
  private final InstantSource clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final AtomicLong count = new AtomicLong();

  /**
   * @param systemName goes in front of unique ids; may be empty
   */
  ChannelNames(String systemName, InstantSource clock) {
    this.systemName = systemName;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** {@code SIP/100-0000002a}: eight hexadecimal digits that count on. */
  String name(String technologyAndPeer) {
    return String.format(Locale.ROOT, "%s-%08x", technologyAndPeer, serial.getAndIncrement());
  }

  /** {@code system-1795388763.0}, without {@code system-} where the system has no name. */
  String uniqueId(Instant at) {
    String id = at.getEpochSecond() + "." + count.getAndIncrement();
    return systemName.isEmpty() ? id : systemName + "-" + id;
  }

  /** How many unique ids were given. */
  long given() {
    return count.get();
  }
}
