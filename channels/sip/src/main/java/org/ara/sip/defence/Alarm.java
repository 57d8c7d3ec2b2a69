package org.ara.sip.defence;

import java.time.InstantSource;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.SecurityEvent;
import org.ara.sip.message.SipRequest;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Hop;

/**
 * Tells who tried to get in as events of the class {@code security}, of one address only some a
 * minute: a flood of requests must not become a flood of events.
 */
public final class Alarm {

  /** What happened. */
  public enum Kind {
    /** A name that is nobody's. */
    UNKNOWN("InvalidAccountID", "URI_NOT_FOUND"),
    /** A name whose place is configured, so that it may not register. */
    NOT_DYNAMIC("InvalidAccountID", "AUTH_PEER_NOT_DYNAMIC"),
    /** A wrong password, or another user name with it. */
    WRONG_PASSWORD("ChallengeResponseFailed", "AUTH_SECRET_FAILED"),
    /** The address is not permitted. */
    NOT_PERMITTED("FailedACL", "URI_NOT_FOUND"),
    /** Too many wrong passwords, or too many requests without one. */
    TOO_MANY("RequestNotAllowed", "URI_NOT_FOUND");

    private final String event;
    private final String cause;

    Kind(String event, String cause) {
      this.event = event;
      this.cause = cause;
    }

    /** What events about peers call it. */
    public String cause() {
      return cause;
    }
  }

  private static final Permissions REJECTIONS = Permissions.of(Permission.SYSTEM);

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

  /**
   * Tells that somebody may not register.
   *
   * @param cause as events about peers call it
   * @param name who it says it is
   */
  public void rejected(String cause, String name, Hop from) {
    board.tell(
        REJECTIONS,
        () ->
            new ManagerEvent(
                "PeerStatus",
                REJECTIONS,
                List.of(
                    new Header("ChannelType", "SIP"),
                    new Header("Peer", "SIP/" + name),
                    new Header("PeerStatus", "Rejected"),
                    new Header("Cause", cause),
                    new Header("Address", Addresses.literal(from.remote().getAddress())),
                    Header.of("Port", from.remote().getPort()))));
  }
}
