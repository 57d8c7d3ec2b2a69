package org.ara.sip.route;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ara.sip.message.SipUri;
import org.ara.sip.name.Names;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.Protocol;
import org.ara.sip.transport.Transport;
import org.ara.sip.transport.Transports;

/**
 * Finds the way to peers and URIs: the connection on which a peer registered, else an address and
 * the transport that it is to be reached by. Blocks while a name server is asked.
 */
public final class Router {

  private final Transports transports;
  private final Locator locator;
  private final Setbacks setbacks = new Setbacks();

  /**
   * A router of these transports.
   *
   * @param names what names stand for
   * @param random draws among servers that share the load
   */
  public Router(Transports transports, Names names, RandomGenerator random) {
    this.transports = transports;
    this.locator = new Locator(names, random);
  }

  /**
   * The way to a registered peer.
   *
   * @param name of the peer
   * @param contact the URI that it registered; empty if that cannot be read
   * @param address where it was when it registered; empty if that is not known
   * @param allowed the transports that it may use
   */
  public Route toRegistered(
      String name,
      Optional<SipUri> contact,
      Optional<InetSocketAddress> address,
      List<Protocol> allowed) {
    Optional<Hop> flow =
        transports.flows().of(name).filter(hop -> allowed.contains(hop.transport().protocol()));
    if (flow.isPresent()) {
      return new Route.Open(List.of(flow.get()));
    }
    Protocol protocol = contact.map(uri -> named(uri, allowed)).orElse(usual(allowed));
    if (protocol.framed()) {
      return new Route.Closed("its WebSocket is closed");
    }
    if (protocol.reliable() && contact.isPresent()) {
      return to(contact.get(), allowed);
    }
    return address
        .map(there -> to(protocol, List.of(there)))
        .or(() -> contact.map(uri -> to(uri, allowed)))
        .orElseGet(() -> new Route.Closed("its contact is not a SIP address"));
  }

  /** The way to whoever is behind proxies: to the first of them. */
  public Route along(Path path, List<Protocol> allowed) {
    return to(path.first(), allowed);
  }

  /**
   * The way to a URI, by the transport that it names.
   *
   * @param allowed the transports that may be used where it names none, the first preferred
   */
  public Route to(SipUri uri, List<Protocol> allowed) {
    Optional<Protocol> named =
        uri.secure()
            ? Optional.of(Protocol.TLS)
            : Optional.ofNullable(uri.parameters().get("transport")).flatMap(Protocol::named);
    List<Protocol> protocols =
        named
            .map(List::of)
            .orElseGet(
                () ->
                    Stream.concat(Stream.of(usual(allowed)), allowed.stream()).distinct().toList());
    return toHost(uri.host(), uri.port(), protocols);
  }

  /**
   * The way to a host, or to a domain where no port is named.
   *
   * @param port 0 where none is named
   * @param protocols what may be used, the first preferred; not empty
   */
  public Route toHost(String host, int port, List<Protocol> protocols) {
    List<Protocol> usable =
        protocols.stream().filter(by -> !by.framed() && transports.of(by).isPresent()).toList();
    if (usable.isEmpty()) {
      return disabled(protocols.getFirst());
    }
    List<Hop> hops = new ArrayList<>();
    for (Locator.Server server : locator.find(host, port, usable)) {
      transports
          .of(server.protocol())
          .ifPresent(transport -> hops.add(new Hop(transport, server.address())));
    }
    if (hops.isEmpty()) {
      return new Route.Closed("host '" + host + "' is unknown");
    }
    List<Hop> leaving = hops.stream().filter(Router::canLeave).toList();
    return new Route.Open(setbacks.ordered(leaving.isEmpty() ? hops : leaving));
  }

  /** The addresses of a host or domain, whatever transports are open. */
  public List<InetSocketAddress> addresses(String host, int port, List<Protocol> protocols) {
    return locator.find(host, port, protocols).stream().map(Locator.Server::address).toList();
  }

  /** Nothing of IPv6 leaves a socket of IPv4. */
  private static boolean canLeave(Hop hop) {
    return hop.transport().reliable()
        || hop.transport().localAddress().getAddress() instanceof Inet6Address
        || hop.remote().getAddress() instanceof Inet4Address;
  }

  /**
   * The ways of a request that is too long for a datagram: over TCP first, where that is spoken at
   * both ends, and over UDP where it fails (RFC 3261 section 18.1.1).
   */
  public List<Hop> roomy(List<Hop> hops, List<Protocol> allowed) {
    Optional<Transport> tcp = transports.of(Protocol.TCP);
    if (tcp.isEmpty() || !allowed.contains(Protocol.TCP)) {
      return hops;
    }
    List<Hop> all = new ArrayList<>();
    for (Hop hop : hops) {
      if (!hop.transport().reliable()) {
        all.add(new Hop(tcp.get(), hop.remote()));
      }
      all.add(hop);
    }
    return setbacks.ordered(all);
  }

  /** A neighbour did not answer: for a while, others that do the same come first. */
  public void failed(Hop hop) {
    setbacks.failed(hop);
  }

  /** A neighbour answered. */
  public void answered(Hop hop) {
    setbacks.answered(hop);
  }

  private Route to(Protocol protocol, List<InetSocketAddress> addresses) {
    Optional<Transport> transport = transports.of(protocol);
    return transport
        .<Route>map(by -> new Route.Open(addresses.stream().map(a -> new Hop(by, a)).toList()))
        .orElseGet(() -> disabled(protocol));
  }

  private static Route disabled(Protocol protocol) {
    return new Route.Closed("it is reached over " + protocol + ", which is not enabled");
  }

  private static Protocol named(SipUri uri, List<Protocol> allowed) {
    if (uri.secure()) {
      return Protocol.TLS;
    }
    String word = uri.parameters().get("transport");
    return Optional.ofNullable(word).flatMap(Protocol::named).orElse(usual(allowed));
  }

  /** UDP where it may be used, as the RFC has it for URIs that name none (RFC 3263 section 4.1). */
  private static Protocol usual(List<Protocol> allowed) {
    return allowed.contains(Protocol.UDP) ? Protocol.UDP : allowed.getFirst();
  }
}
