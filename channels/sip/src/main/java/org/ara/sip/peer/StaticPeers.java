package org.ara.sip.peer;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.module.InternalDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The peers of {@code sip.conf} with the registrations they made, which outlive a reload, and a
 * restart where there is an internal database.
 */
public final class StaticPeers {

  private final Map<String, Peer> peers;
  private final Registry registrations;
  private final InstantSource clock;

  private StaticPeers(Map<String, Peer> peers, Registry registrations, InstantSource clock) {
    this.peers = peers;
    this.registrations = registrations;
    this.clock = clock;
  }

  /**
   * No peers, but the registrations of an earlier run.
   *
   * @param database where registrations outlive the server; null for nowhere
   */
  public static StaticPeers none(InstantSource clock, @Nullable InternalDatabase database) {
    return new StaticPeers(Map.of(), new Registry(database, clock), clock);
  }

  /**
   * The peers of these sections with the registrations of those before, where they are still there.
   *
   * @param named where access lists are that peers name
   * @param problems takes in what was wrong with them
   */
  public StaticPeers reloaded(
      List<Category> sections, PeerDefaults defaults, NamedLists named, List<Problem> problems) {
    PeerBuilder builder = new PeerBuilder(defaults, named);
    Map<String, Peer> made = new LinkedHashMap<>();
    for (Category section : sections) {
      switch (builder.build(PeerText.of(section))) {
        case PeerBuilder.Built.Made(Peer peer, List<Problem> odd) -> {
          made.put(peer.name(), peer);
          problems.addAll(odd);
        }
        case PeerBuilder.Built.SetAside(String why) ->
            problems.add(Problem.warning(new Origin("sip.conf", 0), why));
      }
    }
    return new StaticPeers(Collections.unmodifiableMap(made), registrations, clock);
  }

  /** The peer of that name, as registered. */
  public Optional<Peer> named(String name) {
    return Optional.ofNullable(peers.get(name)).map(this::current);
  }

  /** All of them, in file order. */
  public Collection<Peer> all() {
    return peers.values().stream().map(this::current).toList();
  }

  /**
   * The peer that calls from an address: the one of that very port, else one that may use any port.
   */
  Optional<Peer> at(InetAddress address, int port) {
    List<Peer> anyPort = new ArrayList<>();
    for (Peer peer : all()) {
      if (peer.isCalled() && hostOf(peer).equals(Addresses.text(address))) {
        boolean configured = peer.whereabouts().registration() == null;
        if (port == PeerDirectory.ANY_PORT ? configured : portOf(peer) == port) {
          return Optional.of(peer);
        }
        if (peer.access().insecure().contains(Insecure.PORT)) {
          anyPort.add(peer);
        }
      }
    }
    return anyPort.stream().findFirst();
  }

  /** Whether a section has that address as its host. */
  public boolean isHost(InetAddress address) {
    String text = Addresses.text(address);
    return peers.values().stream().anyMatch(peer -> peer.whereabouts().host().equals(text));
  }

  /** The registrations that no row keeps. */
  Registry registrations() {
    return registrations;
  }

  /** The peer with the registration that is kept here, if it has one. */
  Peer current(Peer peer) {
    Registration registration = registrations.of(peer.name());
    return registration == null || registration.expired(clock.instant())
        ? peer
        : peer.registered(registration);
  }

  private static String hostOf(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration == null ? peer.whereabouts().host() : registration.address();
  }

  private static int portOf(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration == null ? peer.whereabouts().port() : registration.port();
  }
}
