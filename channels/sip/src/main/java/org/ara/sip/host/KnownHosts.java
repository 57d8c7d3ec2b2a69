package org.ara.sip.host;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ara.sip.peer.Peer;
import org.ara.sip.transport.Addresses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of peers whose host is a name: of all sections, and of rows that were called within
 * a day. Tells what is known, and never waits for a name server. Safe for use by several threads.
 */
public final class KnownHosts {

  private static final Logger LOG = LoggerFactory.getLogger(KnownHosts.class);

  private static final int MOST_ROWS = 10_000;
  private static final Duration ROW_LIFE = Duration.ofDays(1);

  private record Known(NamedHost host, boolean stored, List<InetSocketAddress> addresses) {}

  private final Map<String, Known> sections = new HashMap<>();
  private final Cache<String, Known> rows =
      Caffeine.newBuilder().maximumSize(MOST_ROWS).expireAfterWrite(ROW_LIFE).build();
  private volatile Map<InetAddress, Set<String>> byAddress = Map.of();

  /** Knows of these peers, and of no other sections. */
  public synchronized void configured(Collection<Peer> peers) {
    sections.keySet().retainAll(peers.stream().map(Peer::name).collect(Collectors.toSet()));
    for (Peer peer : peers) {
      NamedHost.of(peer)
          .ifPresentOrElse(
              host -> {
                Known before = sections.get(peer.name());
                if (before == null || !before.host().equals(host)) {
                  sections.put(peer.name(), new Known(host, false, List.of()));
                }
              },
              () -> sections.remove(peer.name()));
    }
    index();
  }

  /** A peer is called; a row whose host is a name is known from then on. */
  public void called(Peer peer, List<InetSocketAddress> addresses) {
    if (peer.realtime()) {
      NamedHost.of(peer)
          .ifPresent(
              host -> {
                synchronized (this) {
                  Known before = rows.getIfPresent(peer.name());
                  rows.put(peer.name(), new Known(host, true, addresses));
                  if (before == null
                      || !Set.copyOf(before.addresses()).equals(Set.copyOf(addresses))) {
                    index();
                  }
                }
              });
    }
  }

  /** The addresses of a peer; none where its host is no name, or not known yet. */
  public synchronized List<InetSocketAddress> of(String peer) {
    Known known = known(peer);
    return known == null ? List.of() : known.addresses();
  }

  /** The names of the peers at an address. */
  public Set<String> at(InetAddress address) {
    return byAddress.getOrDefault(address, Set.of());
  }

  /** What is to be looked up, by the name of the peer. */
  synchronized Map<String, NamedHost> hosts() {
    Map<String, NamedHost> all = new HashMap<>();
    rows.asMap().forEach((peer, known) -> all.put(peer, known.host()));
    sections.forEach((peer, known) -> all.put(peer, known.host()));
    return all;
  }

  /** A host was looked up; where nothing was found, what was known of it holds. */
  synchronized void found(String peer, NamedHost host, List<InetSocketAddress> now) {
    Known before = known(peer);
    if (before == null
        || !before.host().equals(host)
        || now.isEmpty()
        || Set.copyOf(now).equals(Set.copyOf(before.addresses()))) {
      return;
    }
    if (!before.addresses().isEmpty()) {
      LOG.info("host '{}' of peer '{}' is {} now", host.name(), peer, text(now));
    }
    if (before.stored()) {
      rows.asMap().computeIfPresent(peer, (_, _) -> new Known(host, true, now));
    } else {
      sections.put(peer, new Known(host, false, now));
    }
    index();
  }

  private @Nullable Known known(String peer) {
    Known section = sections.get(peer);
    return section == null ? rows.getIfPresent(peer) : section;
  }

  private void index() {
    Map<InetAddress, Set<String>> all = new HashMap<>();
    sections.forEach((peer, known) -> index(all, peer, known));
    rows.asMap().forEach((peer, known) -> index(all, peer, known));
    byAddress = all;
  }

  private static void index(Map<InetAddress, Set<String>> all, String peer, Known known) {
    known
        .addresses()
        .forEach(
            address -> all.computeIfAbsent(address.getAddress(), _ -> new TreeSet<>()).add(peer));
  }

  private static String text(List<InetSocketAddress> addresses) {
    return addresses.stream().map(Addresses::display).collect(Collectors.joining(", "));
  }
}
