package org.ara.sip.provider;

import java.util.List;
import java.util.Optional;
import org.ara.sip.digest.Credential;
import org.ara.sip.message.SipUri;
import org.ara.sip.route.Path;
import org.ara.sip.transport.Protocol;

/**
 * An account at a provider that this server is to be registered for. Two that are equal are the
 * same registration.
 *
 * @param peer who its calls come from; empty for strangers
 * @param user who is registered
 * @param domain of the user
 * @param domainPort of the domain; 0 where it is the usual one
 * @param credential what is proved to the provider; empty if nothing is known
 * @param registrar where requests go
 * @param path the proxies that requests go through
 * @param allowed the transports that may be used, the first preferred
 * @param extension that calls are sent to
 * @param expiry seconds to ask for
 * @param stored whether it is a row
 */
record Account(
    String peer,
    String user,
    String domain,
    int domainPort,
    Optional<Credential> credential,
    SipUri registrar,
    Path path,
    List<Protocol> allowed,
    String extension,
    int expiry,
    boolean stored) {

  Account {
    allowed = List.copyOf(allowed);
  }

  /** The address that is registered. */
  SipUri address() {
    return SipUri.of(user, domain, domainPort);
  }

  /** For a log. */
  @Override
  public String toString() {
    return user + '@' + domain;
  }
}
