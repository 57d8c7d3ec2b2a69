package org.ara.sip.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * The peers of rows that are kept in memory after their first use ({@code rtcachefriends}), each
 * for so long ({@code rtautoclear}). Dropping one says nothing of its registration: that stays in
 * its row. Safe for any number of threads.
 */
final class KeptPeers {

  private final boolean keeping;
  private final Duration lifetime;
  private final ConcurrentMap<String, Kept> peers = new ConcurrentHashMap<>();

  private record Kept(Peer peer, Instant read) {}

  /**
   * None kept yet.
   *
   * @param keeping whether any are to be kept
   * @param lifetime how long; zero for until they are pruned
   */
  KeptPeers(boolean keeping, Duration lifetime) {
    this.keeping = keeping;
    this.lifetime = lifetime;
  }

  /** The peer of that name, if it was read lately enough. */
  Optional<Peer> named(String name, Instant now) {
    Kept kept = peers.get(name);
    if (kept == null) {
      return Optional.empty();
    }
    if (!lifetime.isZero() && kept.read().plus(lifetime).isBefore(now)) {
      peers.remove(name, kept);
      return Optional.empty();
    }
    return Optional.of(kept.peer());
  }

  /** A peer was read. */
  void read(Peer peer, Instant now) {
    if (keeping) {
      peers.put(peer.name(), new Kept(peer, now));
    }
  }

  /** The registration of a peer was changed by this server. */
  void changed(Peer peer) {
    peers.computeIfPresent(peer.name(), (_, kept) -> new Kept(peer, kept.read()));
  }

  /** All of them. */
  Collection<Peer> all(Instant now) {
    peers.values().removeIf(k -> !lifetime.isZero() && k.read().plus(lifetime).isBefore(now));
    return peers.values().stream().map(Kept::peer).toList();
  }

  /** Drops those whose name meets a condition; returns how many. */
  int prune(Predicate<String> condition) {
    int before = peers.size();
    peers.keySet().removeIf(condition);
    return before - peers.size();
  }
}
