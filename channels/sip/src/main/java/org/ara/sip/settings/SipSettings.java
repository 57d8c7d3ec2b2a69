package org.ara.sip.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.ara.sip.defence.DefenceLimits;
import org.ara.sip.digest.DigestAlgorithm;
import org.ara.sip.name.Naming;
import org.ara.sip.peer.PeerDefaults;
import org.ara.sip.peer.RegistrationTerms;
import org.ara.sip.peer.RowLife;
import org.ara.sip.transport.Manners;
import org.ara.sip.transport.Network;

/**
 * The driver's settings, checked. Immutable; a reload makes new ones.
 *
 * @param listen where to listen for UDP, resolved
 * @param network where to listen for connections
 * @param realm of passwords
 * @param algorithms of challenges, in the order they are offered; not empty
 * @param allowGuest whether callers that are no peer may call
 * @param alwaysReject whether unknown names are answered like wrong passwords
 * @param defaultExpiry granted where nothing is asked for
 * @param minExpiry the least granted
 * @param maxExpiry the most granted
 * @param userAgent what the server calls itself
 * @param rows what becomes of peers that are rows
 * @param regServer what to write into {@code regserver}; empty for nothing
 * @param defence how much work strangers may make
 * @param manners how messages look and travel
 * @param media how media is described
 * @param recognition how it is found out who sends a request
 * @param registeredContexts where the extensions of registered peers exist; empty for nowhere
 * @param registering where this server registers itself
 * @param naming how names are looked up
 * @param watchers what those are told who watch numbers
 * @param peerDefaults what holds for peers that do not say otherwise
 */
public record SipSettings(
    InetSocketAddress listen,
    Network network,
    String realm,
    List<DigestAlgorithm> algorithms,
    boolean allowGuest,
    boolean alwaysReject,
    Duration defaultExpiry,
    Duration minExpiry,
    Duration maxExpiry,
    String userAgent,
    RowLife rows,
    String regServer,
    DefenceLimits defence,
    Manners manners,
    MediaStyle media,
    Recognition recognition,
    List<String> registeredContexts,
    Registering registering,
    Naming naming,
    Watchers watchers,
    PeerDefaults peerDefaults) {

  /** The registration time granted to a peer that asks for {@code seconds}, clamped silently. */
  public Duration granted(long seconds, RegistrationTerms terms) {
    return terms.granted(seconds, minExpiry, maxExpiry);
  }
}
