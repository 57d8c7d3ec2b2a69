package org.ara.sip.call;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.ara.pbx.HangupCause;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.message.MessageWriter;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Addresses;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.peer.Registration;
import org.ara.sip.route.Path;
import org.ara.sip.route.Route;
import org.ara.sip.route.Router;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.Protocol;

/** Where a dial string leads to. */
public sealed interface Target {

  /**
   * There.
   *
   * @param peer who is called; for a plain host a peer with nothing configured
   * @param uri the Request-URI
   * @param hops where to send, the best first; not empty
   */
  record Reachable(Peer peer, SipUri uri, List<Hop> hops) implements Target {

    /** What may go over UDP where nobody knows the way (RFC 3261 section 18.1.1). */
    private static final int LARGEST_DATAGRAM = 1300;

    /** As long as the header is that is yet to be added. */
    private static final int VIA = 100;

    /** Where to send at first. */
    public Hop hop() {
      return hops.getFirst();
    }

    /** The same for an INVITE of that size: over TCP, unless it is a phone that registered. */
    Reachable sized(SipRequest invite, Router router) {
      boolean large = MessageWriter.write(invite).length + VIA > LARGEST_DATAGRAM;
      return large && peer.whereabouts().registration() == null
          ? new Reachable(peer, uri, router.roomy(hops, peer.transports()))
          : this;
    }

    InetSocketAddress address() {
      return hop().remote();
    }
  }

  /** Nowhere. */
  record Unreachable(HangupCause cause, String why) implements Target {}

  /**
   * Finds out, blocking while the database is asked.
   *
   * @param resource {@code peer}, {@code peer/extension} or {@code extension@peer-or-host}
   */
  static Target of(String resource, PeerDirectory peers, Router router) {
    int at = resource.lastIndexOf('@');
    int slash = resource.indexOf('/');
    String name;
    String extension;
    if (at >= 0) {
      name = resource.substring(at + 1);
      extension = resource.substring(0, at);
    } else if (slash >= 0) {
      name = resource.substring(0, slash);
      extension = resource.substring(slash + 1);
    } else {
      name = resource;
      extension = "";
    }
    return switch (peers.callee(name)) {
      case Lookup.Found<Peer>(Peer peer) -> of(peer, extension, router);
      case Lookup.Absent<Peer> _ -> ofHost(name, extension, peers, router);
      case Lookup.Unavailable<Peer>(Outage outage) ->
          new Unreachable(HangupCause.TEMPORARY_FAILURE, outage.message());
    };
  }

  /** A dial string for a log: without the password that older ones carry after the user. */
  static String shown(String resource) {
    int colon = resource.indexOf(':');
    int at = resource.lastIndexOf('@');
    return colon < 0 || at < colon
        ? resource
        : resource.substring(0, colon) + resource.substring(at);
  }

  private static Target of(Peer peer, String extension, Router router) {
    Peer.Whereabouts where = peer.whereabouts();
    Registration registration = where.registration();
    if (registration != null) {
      return ofRegistration(peer, registration, extension, router);
    }
    String host = where.dynamic() ? where.defaultIp() : where.host();
    if (host.isEmpty()) {
      return new Unreachable(
          HangupCause.SUBSCRIBER_ABSENT, "peer '" + peer.name() + "' is not registered");
    }
    String user = extension.isEmpty() ? peer.calls().defaultUser() : extension;
    Path way = peer.way();
    Route route =
        way.isDirect()
            ? router.toHost(host, where.namedPort(), peer.transports())
            : router.along(way, peer.transports());
    Protocol protocol =
        way.isDirect() && route instanceof Route.Open(List<Hop> hops)
            ? hops.getFirst().transport().protocol()
            : peer.transports().getFirst();
    return by(route, peer, over(uri(user, host, where.namedPort()), protocol));
  }

  private static Target by(Route route, Peer peer, SipUri uri) {
    return switch (route) {
      case Route.Open(List<Hop> hops) -> new Reachable(peer, uri, hops);
      case Route.Closed(String why) ->
          new Unreachable(
              HangupCause.SUBSCRIBER_ABSENT,
              "peer '" + peer.name() + "' cannot be reached: " + why);
    };
  }

  private static Target ofRegistration(Peer peer, Registration r, String extension, Router router) {
    Optional<SipUri> contact = parsed(r.contact());
    Optional<InetSocketAddress> address =
        Addresses.literal(r.address())
            .filter(a -> r.port() > 0)
            .map(a -> new InetSocketAddress(a, r.port()));
    Path path = peer.way();
    if (!path.isDirect() && contact.isPresent()) {
      SipUri there = extension.isEmpty() ? contact.get() : contact.get().withUser(extension);
      return by(router.along(path, peer.transports()), peer, there);
    }
    Route route = router.toRegistered(peer.name(), contact, address, peer.transports());
    if (route instanceof Route.Open(List<Hop> hops)) {
      InetSocketAddress there = hops.getFirst().remote();
      String host = Addresses.text(there.getAddress());
      String user = extension.isEmpty() ? r.user() : extension;
      SipUri plain = over(uri(user, host, there.getPort()), hops.getFirst().transport().protocol());
      return by(route, peer, extension.isEmpty() ? contact.orElse(plain) : plain);
    }
    return by(route, peer, uri(extension, "registered", 0));
  }

  private static Target ofHost(String name, String extension, PeerDirectory peers, Router router) {
    Optional<SipUri> uri = name.matches("[0-9+*#]*") ? Optional.empty() : parsed("sip:" + name);
    Peer guest = peers.guest();
    Path way = guest.way();
    if (uri.isPresent()
        && (way.isDirect()
                ? router.to(uri.get(), guest.transports())
                : router.along(way, guest.transports()))
            instanceof Route.Open(List<Hop> hops)) {
      SipUri target = extension.isEmpty() ? uri.get() : uri.get().withUser(extension);
      return new Reachable(guest, target, hops);
    }
    return new Unreachable(
        HangupCause.NO_ROUTE_DESTINATION, "there is no peer or host '" + name + "'");
  }

  /** The URI with the transport it is reached by, unless that goes without saying. */
  private static SipUri over(SipUri uri, Protocol protocol) {
    return protocol == Protocol.UDP ? uri : uri.withParameter("transport", protocol.word());
  }

  private static Optional<SipUri> parsed(String text) {
    try {
      return Optional.of(SipUri.parse(text));
    } catch (SipSyntaxException e) {
      return Optional.empty();
    }
  }

  private static SipUri uri(String user, String host, int port) {
    return SipUri.of(user.isEmpty() ? null : user, host, port == 5060 ? 0 : port);
  }
}
