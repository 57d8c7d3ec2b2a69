package org.ara.sip.route;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ara.sip.name.Answer;
import org.ara.sip.name.Names;
import org.ara.sip.name.Pointer;
import org.ara.sip.name.Service;
import org.ara.sip.transport.Protocol;

/**
 * Finds the servers of a host or domain (RFC 3263 section 4): by NAPTR where the transport is open,
 * by SRV where no port is named, by addresses. Blocks while a name server is asked.
 */
final class Locator {

  /** More addresses than these are not tried for one request. */
  private static final int MOST = 16;

  private final Names names;
  private final RandomGenerator random;

  Locator(Names names, RandomGenerator random) {
    this.names = names;
    this.random = random;
  }

  /** A server: how it is spoken to, and where. */
  record Server(Protocol protocol, InetSocketAddress address) {}

  private record Step(Protocol protocol, String name) {}

  /**
   * The servers, the best first; none if there is no such host.
   *
   * @param port 0 where none is named
   * @param protocols what may be used, the first preferred; not empty
   */
  List<Server> find(String host, int port, List<Protocol> protocols) {
    Protocol usual = protocols.getFirst();
    if (port > 0 || Names.isLiteral(host) || !names.naming().services()) {
      return servers(host, host, port == 0 ? usual.usualPort() : port, usual);
    }
    Set<Server> found = new LinkedHashSet<>();
    boolean offered = true;
    for (Step step : steps(host, protocols)) {
      List<Service> services = names.services(step.name()).orNone();
      offered &= services.stream().noneMatch(Service::isNone);
      for (Service service : Service.drawn(services, random)) {
        if (!service.isNone() && found.size() < MOST) {
          found.addAll(servers(service.target(), host, service.port(), step.protocol()));
        }
      }
    }
    return found.isEmpty() && offered
        ? servers(host, host, usual.usualPort(), usual)
        : found.stream().limit(MOST).toList();
  }

  /** Where to look for services, as the domain says itself, or else as the RFC does. */
  private List<Step> steps(String domain, List<Protocol> protocols) {
    List<Step> steps = new ArrayList<>();
    if (protocols.size() > 1) {
      names.pointers(domain).orNone().stream()
          .filter(pointer -> pointer.flags().equalsIgnoreCase("s"))
          .sorted(Comparator.comparingInt(Pointer::order).thenComparingInt(Pointer::preference))
          .forEach(
              pointer ->
                  protocol(pointer)
                      .filter(protocols::contains)
                      .ifPresent(by -> steps.add(new Step(by, pointer.replacement()))));
    }
    if (steps.isEmpty()) {
      protocols.forEach(by -> steps.add(new Step(by, prefix(by) + domain)));
    }
    return steps;
  }

  private static Optional<Protocol> protocol(Pointer pointer) {
    return switch (pointer.service().toUpperCase(Locale.ROOT)) {
      case "SIP+D2U" -> Optional.of(Protocol.UDP);
      case "SIP+D2T" -> Optional.of(Protocol.TCP);
      case "SIPS+D2T" -> Optional.of(Protocol.TLS);
      default -> Optional.empty();
    };
  }

  private static String prefix(Protocol protocol) {
    return switch (protocol) {
      case UDP -> "_sip._udp.";
      case TCP -> "_sip._tcp.";
      case TLS -> "_sips._tcp.";
      case WS -> "_sip._ws.";
      case WSS -> "_sips._ws.";
    };
  }

  /** A certificate must hold the name that was looked for, whatever stands for it (RFC 5922). */
  private List<Server> servers(String host, String domain, int port, Protocol protocol) {
    Answer<InetAddress> addresses = names.addresses(host);
    return addresses.orNone().stream()
        .map(address -> new Server(protocol, new InetSocketAddress(called(domain, address), port)))
        .toList();
  }

  private static InetAddress called(String domain, InetAddress address) {
    if (Names.isLiteral(domain)) {
      return address;
    }
    try {
      return InetAddress.getByAddress(domain, address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of no known length", e);
    }
  }
}
