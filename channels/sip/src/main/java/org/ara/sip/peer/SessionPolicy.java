package org.ara.sip.peer;

/**
 * How sessions with a peer are kept fresh (RFC 4028).
 *
 * @param mode who may ask for it
 * @param expires the seconds this server asks for, at least {@code minimum}
 * @param minimum the least seconds it accepts, at least 90
 * @param refresher who refreshes where this server may choose
 */
public record SessionPolicy(Mode mode, int expires, int minimum, Refresher refresher) {

  /** What holds where nothing is configured. */
  public static final SessionPolicy USUAL = new SessionPolicy(Mode.ACCEPT, 1800, 90, Refresher.UAS);

  public SessionPolicy {
    minimum = Math.max(90, minimum);
    expires = Math.max(minimum, expires);
  }

  /** {@code session-timers}. */
  public enum Mode {
    /** Only where the far end asks. */
    ACCEPT,
    /** On every call. */
    ORIGINATE,
    /** Never. */
    REFUSE
  }

  /** {@code session-refresher}: the side of the INVITE that began the session. */
  public enum Refresher {
    UAC,
    UAS
  }
}
