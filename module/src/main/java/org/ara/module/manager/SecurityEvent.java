package org.ara.module.manager;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who got in, or tried to: an event of the class {@code security}, which also becomes a
 * line of the log. It never tells with which password.
 *
 * @param name what happened, such as {@code ChallengeResponseFailed}
 * @param severity {@code Informational} or {@code Error}
 * @param service where, such as {@code SIP}
 * @param account the name that was given; may be anything
 * @param session which session or call
 * @param transport such as {@code UDP}
 * @param local our address
 * @param remote theirs
 */
public record SecurityEvent(
    String name,
    String severity,
    String service,
    String account,
    String session,
    String transport,
    InetSocketAddress local,
    InetSocketAddress remote) {

  /** The classes of all such events. */
  public static final Permissions CLASSES = Permissions.of(Permission.SECURITY);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  /**
   * As clients are told.
   *
   * @param when it happened
   * @param more further headers
   */
  public ManagerEvent at(Instant when, Header... more) {
    List<Header> headers =
        new ArrayList<>(
            List.of(
                new Header("EventTV", TIME.format(when)),
                new Header("Severity", severity),
                new Header("Service", service),
                new Header("EventVersion", "1"),
                new Header("AccountID", account),
                new Header("SessionID", session),
                new Header("LocalAddress", address(local)),
                new Header("RemoteAddress", address(remote))));
    headers.addAll(List.of(more));
    headers.add(new Header("SessionTV", TIME.format(when)));
    return new ManagerEvent(name, CLASSES, headers);
  }

  private String address(InetSocketAddress address) {
    return (address.getAddress() instanceof Inet6Address ? "IPV6/" : "IPV4/")
        + transport
        + '/'
        + address.getAddress().getHostAddress()
        + '/'
        + address.getPort();
  }
}
