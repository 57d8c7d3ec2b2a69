package org.ara.manager.ami.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.ara.manager.ami.wire.Client;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;

/** Tells who logged in and who tried to; never with what. */
final class SecurityEvents {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

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
        Permissions.of(Permission.SECURITY),
        () -> {
          String now = TIME.format(Instant.now());
          List<Header> headers =
              new ArrayList<>(
                  List.of(
                      new Header("EventTV", now),
                      new Header("Severity", kind.severity),
                      new Header("Service", "AMI"),
                      new Header("EventVersion", "1"),
                      new Header("AccountID", account),
                      new Header("SessionID", "0x" + Integer.toHexString(session)),
                      new Header("LocalAddress", address(client.transport(), client.local())),
                      new Header("RemoteAddress", address(client.transport(), client.remote()))));
          headers.addAll(List.of(more));
          headers.add(new Header("SessionTV", now));
          return new ManagerEvent(kind.event, Permissions.of(Permission.SECURITY), headers);
        });
  }

  private static String address(String transport, InetSocketAddress address) {
    boolean six = address.getAddress() instanceof java.net.Inet6Address;
    return (six ? "IPV6/" : "IPV4/")
        + transport
        + "/"
        + address.getAddress().getHostAddress()
        + "/"
        + address.getPort();
  }
}
