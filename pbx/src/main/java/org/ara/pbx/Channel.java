package org.ara.pbx;

import java.util.Objects;

/**
 * One end of a call inside the server: a phone's leg, its place in the dialplan and its variables.
 *
 * <p>The dialplan side of a channel belongs to the one virtual thread that runs it; {@link #signal}
 * may be called from any thread and never blocks.
 */
public final class Channel {

  private final String name;
  private final String uniqueId;
  private final Leg leg;

  Channel(String name, String uniqueId, Leg leg) {
    this.name = Objects.requireNonNull(name, "name");
    this.uniqueId = Objects.requireNonNull(uniqueId, "uniqueId");
    this.leg = Objects.requireNonNull(leg, "leg");
  }

  /** {@code SIP/100-00000000}. */
  public String name() {
    return name;
  }

  /** Unique over servers and restarts: {@code system-seconds.number}. */
  public String uniqueId() {
    return uniqueId;
  }

  /** The driver's side. */
  public Leg leg() {
    return leg;
  }

  /** Takes in what the far end did; called by the driver, in the order in which it happened. */
  public void signal(Signal signal) {
    throw new UnsupportedOperationException("not built yet: " + signal);
  }
}
