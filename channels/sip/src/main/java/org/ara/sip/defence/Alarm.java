package org.ara.sip.defence;

import java.time.InstantSource;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.SecurityEvent;
import org.ara.sip.message.SipRequest;
import org.ara.sip.transport.Hop;

/**
 * Tells who tried to get in as events of the class {@code security}, of one address only some a
 * minute: a flood of requests must not become a flood of events.
 */
public final class Alarm {

  /** What happened. */
  public enum Kind {
    /** A name that is nobody's, or that may not register. */
    UNKNOWN("InvalidAccountID"),
    /** A wrong password, or another user name with it. */
    WRONG_PASSWORD("ChallengeResponseFailed"),
    /** The address is not permitted. */
    NOT_PERMITTED("FailedACL"),
    /** Too many wrong passwords, or too many requests without one. */
    TOO_MANY("RequestNotAllowed");

    private final String event;

    Kind(String event) {
      this.event = event;
    }
  }

  private final ManagerBoard board;
  private final InstantSource clock;

  /**
   * An alarm.
   *
   * @param board is told
   * @param clock dates the events
   */
  public Alarm(ManagerBoard board, InstantSource clock) {
    this.board = board;
    this.clock = clock;
  }

  /**
   * Tells it.
   *
   * @param defence knows how much was told of the address
   * @param account who it says it is; may be anything
   */
  public void tell(Kind kind, Defence defence, String account, SipRequest request, Hop from) {
    if (!board.isWanted(SecurityEvent.CLASSES) || !defence.mayTell(from.remote().getAddress())) {
      return;
    }
    board.tell(
        new SecurityEvent(
                kind.event,
                "Error",
                "SIP",
                account,
                request.callId(),
                from.transport().protocol().name(),
                from.local(),
                from.remote())
            .at(clock.instant()));
  }
}
