package org.ara.sip.call;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.bridge.Meeting;

/** Finds who talks with whom, and brings others together. */
final class Partners {

  /** Less than after which a phone asks again. */
  private static final long SOON_NANOS = 300_000_000;

  private final Pbx pbx;

  Partners(Pbx pbx) {
    this.pbx = pbx;
  }

  /** Whom a channel talks with. */
  Optional<Channel> of(Channel channel) {
    Optional<String> bridge = channel.bridge();
    return bridge.isEmpty()
        ? Optional.empty()
        : pbx.channels().stream()
            .filter(other -> other != channel && other.bridge().equals(bridge))
            .findFirst();
  }

  /**
   * Whom a channel talks with, or is just about to: a phone may ask for something the moment it has
   * answered, before both sides of the call are joined.
   */
  Optional<Channel> soon(Channel channel) {
    Optional<Channel> found = of(channel);
    long end = System.nanoTime() + SOON_NANOS;
    while (found.isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(SOON_NANOS / 50);
      found = of(channel);
    }
    return found;
  }

  /** Has two channels that talk with others talk with each other; false if one of them is gone. */
  boolean bringTogether(Channel host, Channel guest) {
    Meeting meeting = new Meeting(pbx, guest);
    if (!guest.divert(meeting::join)) {
      return false;
    }
    boolean coming = host.divert(meeting::talk);
    if (!coming) {
      meeting.cancel();
    }
    return coming;
  }

  /** Has a channel that talks with another talk with a new one instead, which then runs. */
  boolean replace(Channel host, Channel guest) {
    Meeting meeting = new Meeting(pbx, guest);
    if (!host.divert(meeting::talk)) {
      return false;
    }
    pbx.run(
        guest,
        it -> {
          it.answer();
          meeting.join(it);
        });
    return true;
  }
}
