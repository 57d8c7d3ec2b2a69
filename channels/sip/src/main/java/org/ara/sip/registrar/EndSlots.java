package org.ara.sip.registrar;

import java.time.Duration;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the registrations that rows hold by the time at which they end: a few thousand at a
 * time and with pauses, so that neither memory nor the database feels it.
 */
final class EndSlots {

  private static final Logger LOG = LoggerFactory.getLogger(EndSlots.class);

  private static final int MANY = 4_000;
  private static final int FEW = 1_000;
  private static final long FIRST = 64;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

  private EndSlots() {}

  /** Takes those in that end within some time. */
  interface Taker {

    /**
     * How many there are; absent for none.
     *
     * @param from the first second, in Unix time
     * @param to the first second that is too late; {@link Long#MAX_VALUE} for none
     */
    Lookup<Integer> take(long from, long to);
  }

  /**
   * Has all of them taken in that have not ended, and waits while the database is away.
   *
   * @param now the second to begin with, in Unix time
   * @param longest seconds after which hardly any ends
   * @return how many there were
   */
  static int walk(long now, long longest, Taker taker) throws InterruptedException {
    long from = now;
    long horizon = now + longest + 1;
    long width = FIRST;
    int found = 0;
    while (from < Long.MAX_VALUE) {
      long to = from < horizon ? Math.min(from + width, horizon) : Long.MAX_VALUE;
      int here = slot(from, to, taker);
      found += here;
      width = here > MANY ? Math.max(1, width / 2) : here < FEW ? width * 2 : width;
      from = to;
    }
    return found;
  }

  private static int slot(long from, long to, Taker taker) throws InterruptedException {
    while (true) {
      switch (taker.take(from, to)) {
        case Lookup.Found<Integer>(Integer here) -> {
          if (here > 0) {
            Thread.sleep(PAUSE);
          }
          return here;
        }
        case Lookup.Absent<Integer> _ -> {
          return 0;
        }
        case Lookup.Unavailable<Integer>(Outage outage) -> {
          LOG.debug("registrations of an earlier run must wait: {}", outage.message());
          Thread.sleep(OUTAGE_PAUSE);
        }
      }
    }
  }
}
