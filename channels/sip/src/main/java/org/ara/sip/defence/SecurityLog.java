package org.ara.sip.defence;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.ara.module.VisibleText;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.sip.message.SipRequest;
import org.ara.sip.transport.Hop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who tried to get in, for people, for programs that shut addresses out and for clients of
 * the manager interface; never with which password. Of one address only some lines a minute are
 * logged.
 */
public final class SecurityLog {

  private static final Logger LOG = LoggerFactory.getLogger("security.SIP");
  private static final Permissions CLASSES = Permissions.of(Permission.SECURITY);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

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
   * A log.
   *
   * @param board told the same
   * @param clock dates the events
   */
  public SecurityLog(ManagerBoard board, InstantSource clock) {
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
    if (defence.mayTell(from.remote().getAddress())) {
      List<Header> headers = headers(account, request, from);
      LOG.info(
          "SecurityEvent=\"{}\",{}",
          kind.event,
          headers.stream()
              .map(header -> header.name() + "=\"" + quotable(header.value()) + '"')
              .collect(Collectors.joining(",")));
    }
    board.tell(
        CLASSES, () -> new ManagerEvent(kind.event, CLASSES, headers(account, request, from)));
  }

  private List<Header> headers(String account, SipRequest request, Hop from) {
    String transport = from.transport().protocol();
    return List.of(
        new Header("EventTV", TIME.format(clock.instant())),
        new Header("Severity", "Error"),
        new Header("Service", "SIP"),
        new Header("EventVersion", "1"),
        new Header("AccountID", account),
        new Header("SessionID", request.callId()),
        new Header("LocalAddress", address(transport, from.local())),
        new Header("RemoteAddress", address(transport, from.remote())));
  }

  private static String quotable(String value) {
    return VisibleText.line(value).replace('"', '\'');
  }

  private static String address(String transport, InetSocketAddress address) {
    return (address.getAddress() instanceof Inet6Address ? "IPV6/" : "IPV4/")
        + transport
        + '/'
        + address.getAddress().getHostAddress()
        + '/'
        + address.getPort();
  }
}
