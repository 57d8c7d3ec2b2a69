package org.ara.sip.call;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ara.pbx.HangupCause;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Addresses;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.peer.Registration;

/** Where a dial string leads to. */
sealed interface Target {

  /**
   * There.
   *
   * @param peer who is called; for a plain host a peer with nothing configured
   * @param uri the Request-URI
   * @param address where to send
   */
  record Reachable(Peer peer, SipUri uri, InetSocketAddress address) implements Target {}

  /** Nowhere. */
  record Unreachable(HangupCause cause, String why) implements Target {}

  /**
   * Finds out, blocking while the database is asked.
   *
   * @param resource {@code peer}, {@code peer/extension} or {@code extension@peer-or-host}
   */
  static Target of(String resource, PeerDirectory peers) {
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
      case Lookup.Found<Peer>(Peer peer) -> of(peer, extension);
      case Lookup.Absent<Peer> _ -> ofHost(name, extension, peers);
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

  private static Target of(Peer peer, String extension) {
    Peer.Whereabouts where = peer.whereabouts();
    Registration registration = where.registration();
    if (registration != null) {
      return ofRegistration(peer, registration, extension);
    }
    String host = where.dynamic() ? where.defaultIp() : where.host();
    if (host.isEmpty()) {
      return new Unreachable(
          HangupCause.SUBSCRIBER_ABSENT, "peer '" + peer.name() + "' is not registered");
    }
    Optional<InetSocketAddress> address = Destinations.resolve(host, where.port());
    if (address.isEmpty()) {
      return new Unreachable(
          HangupCause.SUBSCRIBER_ABSENT,
          "host '" + host + "' of peer '" + peer.name() + "' is unknown");
    }
    String user = extension.isEmpty() ? peer.calls().defaultUser() : extension;
    return new Reachable(peer, uri(user, host, where.port()), address.get());
  }

  private static Target ofRegistration(Peer peer, Registration r, String extension) {
    Optional<SipUri> contact = parsed(r.contact());
    Optional<InetSocketAddress> address =
        Addresses.literal(r.address())
            .filter(a -> r.port() > 0)
            .map(a -> new InetSocketAddress(a, r.port()))
            .or(() -> contact.flatMap(Destinations::resolve));
    if (address.isEmpty()) {
      return new Unreachable(
          HangupCause.SUBSCRIBER_ABSENT,
          "the contact of peer '"
              + peer.name()
              + "' leads nowhere: "
              + contact.map(SipUri::toPublicText).orElse("it is not a SIP address"));
    }
    String host = Addresses.text(address.get().getAddress());
    SipUri plain = uri(extension.isEmpty() ? r.user() : extension, host, address.get().getPort());
    return new Reachable(peer, extension.isEmpty() ? contact.orElse(plain) : plain, address.get());
  }

  private static Target ofHost(String name, String extension, PeerDirectory peers) {
    Optional<SipUri> uri = name.matches("[0-9+*#]*") ? Optional.empty() : parsed("sip:" + name);
    Optional<InetSocketAddress> address = uri.flatMap(Destinations::resolve);
    if (uri.isEmpty() || address.isEmpty()) {
      return new Unreachable(
          HangupCause.NO_ROUTE_DESTINATION, "there is no peer or host '" + name + "'");
    }
    SipUri target = extension.isEmpty() ? uri.get() : uri.get().withUser(extension);
    return new Reachable(peers.guest(), target, address.get());
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
