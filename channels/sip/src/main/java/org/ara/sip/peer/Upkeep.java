package org.ara.sip.peer;

/**
 * How it is found out whether a peer is still there, and how its way is kept open.
 *
 * @param limit the milliseconds within which it is to answer; 0 if it is not asked
 * @param frequency seconds between questions while it answers
 * @param keepAlive seconds between empty packets; 0 for none
 * @param lastMillis what its row says of its last answer: milliseconds, 0 for nothing, below 0 for
 *     none
 */
public record Upkeep(int limit, int frequency, int keepAlive, int lastMillis) {

  /** What holds where nothing is configured. */
  public static final Upkeep USUAL = new Upkeep(0, 60, 0, 0);

  /** Whether it is asked. */
  public boolean monitored() {
    return limit > 0;
  }
}
