package org.ara.sip.qualify;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.name.Names;
import org.ara.sip.peer.Addresses;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.route.Path;
import org.ara.sip.route.Route;
import org.ara.sip.route.Router;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask for a peer, and how often.
 *
 * @param contact its URI as text, which is smaller than a parsed one
 * @param host its address or host name
 * @param port its port; 0 where none is named
 * @param limit milliseconds; 0 if it is not asked
 * @param frequency seconds between questions
 * @param keepAlive seconds between empty packets; 0 for none
 * @param expires the Unix time at which its registration ends; {@link Long#MAX_VALUE} for never
 * @param stored whether it is a row
 * @param transports what it may use
 * @param path the proxies on the way to it, as they are stored; may be empty
 * @param owner whose contact it is; null for a SIP peer
 */
record Aim(
    String contact,
    String host,
    int port,
    int limit,
    int frequency,
    int keepAlive,
    long expires,
    boolean stored,
    List<Protocol> transports,
    String path,
    @Nullable Owner owner) {

  /** The endpoint and the address of record that a contact belongs to. */
  record Owner(String endpoint, String aor) {}

  /** Where a peer is; empty if it is nowhere, or if nothing is asked of it. */
  static Optional<Aim> of(Peer peer) {
    Registration r = peer.whereabouts().registration();
    boolean asked = peer.upkeep().monitored() && peer.policy().takes(Method.OPTIONS);
    if (!asked && peer.upkeep().keepAlive() == 0) {
      return Optional.empty();
    }
    if (r != null) {
      return r.address().isEmpty() || r.port() == 0
          ? Optional.empty()
          : Optional.of(at(peer, r.contact(), r.address(), r.port(), r.expires().getEpochSecond()));
    }
    String host = peer.whereabouts().host();
    return peer.whereabouts().dynamic() || host.isEmpty()
        ? Optional.empty()
        : Optional.of(at(peer, "", host, peer.whereabouts().namedPort(), Long.MAX_VALUE));
  }

  private static Aim at(Peer peer, String contact, String host, int port, long expires) {
    return new Aim(
        contact,
        host,
        port,
        peer.policy().takes(Method.OPTIONS) ? peer.upkeep().limit() : 0,
        peer.upkeep().frequency(),
        peer.upkeep().keepAlive(),
        expires,
        peer.realtime(),
        peer.transports(),
        peer.way().text(),
        null);
  }

  /** Where a contact is; empty if nothing is asked of it. */
  static Optional<Aim> of(Peer endpoint, Place place) {
    Contact contact = place.contact();
    return place.aor().frequency() == 0 || contact.parsed().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Aim(
                contact.uri(),
                "",
                0,
                place.aor().patience(),
                place.aor().frequency(),
                0,
                contact.isConfigured() ? Long.MAX_VALUE : contact.expires().getEpochSecond(),
                false,
                endpoint.transports(),
                contact.reached(endpoint).way().text(),
                new Owner(endpoint.name(), contact.aor())));
  }

  /** Whether the same is to be asked at the same place. */
  boolean sameAs(Aim other) {
    return contact.equals(other.contact)
        && host.equals(other.host)
        && port == other.port
        && limit == other.limit
        && frequency == other.frequency
        && keepAlive == other.keepAlive
        && transports.equals(other.transports)
        && path.equals(other.path);
  }

  /** Where to send; blocks while a name server is asked, where the host is a name. */
  List<Hop> hops(String name, Router router) {
    Path proxies = Path.parse(path);
    Route route = !proxies.isDirect() ? router.along(proxies, transports) : direct(name, router);
    return route instanceof Route.Open(List<Hop> hops) ? hops : List.of();
  }

  /** Whether a name server may have to be asked. */
  boolean isNamed() {
    return !Names.isLiteral(host) || !path.isEmpty();
  }

  private Route direct(String name, Router router) {
    if (owner != null) {
      return router.toRegistered(name, parsed(), Optional.empty(), transports);
    }
    return expires == Long.MAX_VALUE
        ? router.toHost(host, port, transports)
        : router.toRegistered(
            name,
            parsed(),
            Addresses.literal(host).map(address -> new InetSocketAddress(address, port)),
            transports);
  }

  private Optional<SipUri> parsed() {
    try {
      return contact.isEmpty()
          ? Optional.empty()
          : Optional.of(SipUri.parse(contact).withoutHeaders());
    } catch (SipSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The Request-URI. */
  SipUri uri() {
    return parsed().orElseGet(() -> SipUri.of(null, host, port == 5060 ? 0 : port));
  }
}
