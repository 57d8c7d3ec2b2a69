package org.ara.manager.ami.session;

import java.time.Instant;
import org.ara.manager.ami.wire.Client;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.SecurityEvent;

/** Tells who logged in and who tried to; never with what. */
final class SecurityEvents {

  /** What happened. */
  enum Kind {
    SUCCESSFUL("SuccessfulAuth", "Informational"),
    CHALLENGE_SENT("ChallengeSent", "Informational"),
    INVALID_ACCOUNT("InvalidAccountID", "Error"),
    INVALID_PASSWORD("InvalidPassword", "Error"),
    CHALLENGE_FAILED("ChallengeResponseFailed", "Error"),
    FAILED_ACL("FailedACL", "Error"),
    SESSION_LIMIT("SessionLimit", "Error"),
    NOT_ALLOWED("RequestNotAllowed", "Error");

    private final String event;
    private final String severity;

    Kind(String event, String severity) {
      this.event = event;
      this.severity = severity;
    }
  }

  private SecurityEvents() {}

  /**
   * Tells it.
   *
   * @param account the name that was given; may be anything
   * @param session which session
   * @param more further headers
   */
  static void tell(
      ManagerBoard board, Kind kind, String account, int session, Client client, Header... more) {
    board.tell(
        SecurityEvent.CLASSES,
        () ->
            new SecurityEvent(
                    kind.event,
                    kind.severity,
                    "AMI",
                    account,
                    "0x" + Integer.toHexString(session),
                    client.transport(),
                    client.local(),
                    client.remote())
                .at(Instant.now(), more));
  }
}
