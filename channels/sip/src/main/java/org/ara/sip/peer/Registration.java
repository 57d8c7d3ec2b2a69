package org.ara.sip.peer;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a dynamic peer is and until when.
 *
 * @param contact the URI it gave, without angle brackets and header parameters
 * @param address the IP address to send to, as text; empty where only the contact is known
 * @param port the port to send to; 0 where only the contact is known
 * @param user the user part of the contact, or what was stored before
 * @param userAgent what it calls itself; may be empty
 * @param expires when it ends
 * @param path the proxies on the way to it, the nearest to us first, as a Route header has them
 *     (RFC 3327); empty for none
 * @param server the system at which it registered; empty where that is not told
 */
public record Registration(
    String contact,
    String address,
    int port,
    String user,
    String userAgent,
    Instant expires,
    String path,
    String server) {

  public Registration {
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(userAgent, "userAgent");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(server, "server");
  }

  /** Whether another system than this one took it, as far as that is told. */
  public boolean isElsewhere(String here) {
    return !server.isEmpty() && !here.isEmpty() && !server.equals(here);
  }

  /** Whether it has ended. */
  public boolean expired(Instant now) {
    return expires.isBefore(now);
  }
}
