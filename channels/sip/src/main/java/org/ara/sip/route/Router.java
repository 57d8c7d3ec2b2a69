package org.ara.sip.route;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ara.sip.message.SipUri;
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

  /** A router of these transports. */
  public Router(Transports transports) {
    this.transports = transports;
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
    Protocol protocol = named(uri, allowed);
    return toHost(uri.host(), uri.port() == 0 ? protocol.usualPort() : uri.port(), protocol);
  }

  /** The way to a host. */
  public Route toHost(String host, int port, Protocol protocol) {
    try {
      return to(
          protocol,
          Arrays.stream(InetAddress.getAllByName(host))
              .map(address -> new InetSocketAddress(address, port))
              .toList());
    } catch (UnknownHostException e) {
      return new Route.Closed("host '" + host + "' is unknown");
    }
  }

  private Route to(Protocol protocol, List<InetSocketAddress> addresses) {
    Optional<Transport> transport = transports.of(protocol);
    return transport
        .<Route>map(by -> new Route.Open(addresses.stream().map(a -> new Hop(by, a)).toList()))
        .orElseGet(
            () -> new Route.Closed("it is reached over " + protocol + ", which is not enabled"));
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
