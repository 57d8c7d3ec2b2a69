package org.ara.sip.peer;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;

/**
 * Finds peers: those of {@code sip.conf} first, then those of the database, and keeps their
 * registrations. Methods block while the database is asked.
 */
public final class PeerDirectory {

  /** Stands for whatever port. */
  public static final int ANY_PORT = -1;

  private final StaticPeers configured;
  private final RealtimePeers stored;
  private final StoredRegistrations rows;
  private final KeptPeers kept;
  private final Realtime realtime;
  private final RowLife life;
  private final boolean ignoreExpiry;
  private final Expiries expiries;
  private final InstantSource clock;

  /**
   * A directory with one state of the configuration.
   *
   * @param named where access lists are that peers name
   * @param life what becomes of peers that are rows
   * @param expiries told which registrations there are
   */
  public PeerDirectory(
      StaticPeers configured,
      PeerDefaults defaults,
      NamedLists named,
      Realtime realtime,
      RowLife life,
      Expiries expiries,
      InstantSource clock) {
    this.configured = configured;
    this.stored = new RealtimePeers(realtime, new PeerBuilder(defaults, named), new Repeats());
    this.rows = new StoredRegistrations(realtime);
    this.kept = new KeptPeers(life.keep(), life.lifetime());
    this.realtime = realtime;
    this.life = life;
    this.ignoreExpiry = defaults.ignoreExpiry();
    this.expiries = expiries;
    this.clock = clock;
    configured.registrations().all().forEach((name, r) -> expiries.seen(name, r.expires()));
  }

  /** The peers of {@code sip.conf}. */
  public StaticPeers configured() {
    return configured;
  }

  /** What callers are that are no peer, where those may call. */
  public Peer guest() {
    return stored.guest();
  }

  /** Whether rows can be peers. */
  public boolean hasRealtime() {
    return realtime.isMapped(RealtimePeers.PEERS);
  }

  /** Whether registrations are rows of their own. */
  public boolean hasRegistrationsApart() {
    return realtime.isMapped(RealtimePeers.REGISTRATIONS);
  }

  /** What becomes of peers that are rows. */
  public RowLife life() {
    return life;
  }

  /** When registrations end that are known of. */
  public Expiries expiries() {
    return expiries;
  }

  /** Every peer of the database; one without a name or with a bad value is left out. */
  public Lookup<List<Peer>> stored() {
    return stored.all().map(peers -> peers.stream().map(this::inForce).toList());
  }

  /** The peers of the database that this server is to register at. */
  public Lookup<List<Peer>> calledBack() {
    return stored.calledBack();
  }

  /**
   * The peers of the database that are kept in memory: as their rows are now where the database
   * tells of changes, else as they were when they were read.
   */
  public Collection<Peer> kept() {
    boolean followed = isFollowed();
    return kept.all(clock.instant()).stream()
        .flatMap(peer -> followed ? again(peer).stream() : Stream.of(peer))
        .map(this::inForce)
        .toList();
  }

  private Optional<Peer> again(Peer peer) {
    return switch (stored.named(peer.name())) {
      case Lookup.Found<Peer>(Peer now) -> Optional.of(now);
      case Lookup.Unavailable<Peer> _ -> Optional.of(peer);
      case Lookup.Absent<Peer> _ -> {
        kept.prune(peer.name()::equals);
        yield Optional.empty();
      }
    };
  }

  /** All that are in memory: those of {@code sip.conf}, and those that are kept. */
  public List<Peer> inMemory() {
    List<Peer> all = new ArrayList<>(configured.all());
    all.addAll(kept());
    return all;
  }

  /** Drops those of {@link #kept} whose name meets a condition; returns how many. */
  public int prune(Predicate<String> condition) {
    return kept.prune(condition);
  }

  /** The peer of that name. */
  public Lookup<Peer> named(String name) {
    Optional<Peer> known = configured.named(name);
    if (known.isEmpty() && life.keep() && !isFollowed()) {
      known = kept.named(name, clock.instant()).map(this::current);
    }
    return known.isPresent() ? new Lookup.Found<>(known.get()) : read(stored.named(name));
  }

  /** A kept peer is as good as its row only while the database tells of changes. */
  private boolean isFollowed() {
    return realtime.isFollowed(RealtimePeers.PEERS)
        && (!realtime.isMapped(RealtimePeers.REGISTRATIONS)
            || realtime.isFollowed(RealtimePeers.REGISTRATIONS));
  }

  private Lookup<Peer> read(Lookup<Peer> row) {
    return row.map(
        peer -> {
          kept.read(peer, clock.instant());
          return current(peer);
        });
  }

  /** The peer with what is in force, and its end noted. */
  private Peer current(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    if (registration != null && life.writeBack() && !ignoreExpiry) {
      expiries.seen(peer.name(), registration.expires());
    }
    return inForce(peer);
  }

  private Peer inForce(Peer peer) {
    if (!life.writeBack()) {
      return configured.current(peer);
    }
    Registration registration = peer.whereabouts().registration();
    boolean ended = registration != null && !ignoreExpiry && registration.expired(clock.instant());
    return ended ? peer.registered(null) : peer;
  }

  /**
   * The peers that registered at a server and whose registrations end within some time.
   *
   * @param from the first second, in Unix time
   * @param to the first second that is too late; {@link Long#MAX_VALUE} for none
   */
  public Lookup<List<Peer>> registeredAt(String server, long from, long to) {
    return life.writeBack()
        ? stored
            .registeredAt(server, from, to)
            .map(
                peers ->
                    peers.stream()
                        .map(this::current)
                        .filter(peer -> peer.whereabouts().registration() != null)
                        .toList())
        : new Lookup.Absent<>();
  }

  /** The peer that may call by that name. */
  public Lookup<Peer> caller(String name) {
    return only(named(name), Peer::callsByName);
  }

  /** The peer that may register and be called by that name. */
  public Lookup<Peer> callee(String name) {
    return only(named(name), Peer::isCalled);
  }

  /**
   * The peer that calls from an address.
   *
   * @param port the source port; {@link #ANY_PORT} where it says nothing, as with connections
   * @param extension the user of the request's URI; may be empty
   */
  public Lookup<Peer> at(InetAddress address, int port, String extension) {
    Optional<Peer> known = configured.at(address, port);
    return known.isPresent()
        ? new Lookup.Found<>(known.get())
        : only(read(stored.at(address, port, extension)), Peer::isCalled);
  }

  private static Lookup<Peer> only(Lookup<Peer> found, Predicate<Peer> condition) {
    return found instanceof Lookup.Found<Peer>(Peer peer) && !condition.test(peer)
        ? new Lookup.Absent<>()
        : found;
  }

  /**
   * Keeps where a peer is; returns when that is durable.
   *
   * @param server what to write into {@code regserver}; empty for nothing
   */
  public Change register(Peer peer, Registration registration, String server) {
    Change change = new Change.Done(1);
    if (isApart(peer)) {
      configured.registrations().put(peer.name(), registration);
    } else {
      change = rows.write(peer, registration, server, life.savePath());
    }
    if (change instanceof Change.Done(int done) && done > 0) {
      kept.changed(peer.registered(registration));
      if (!ignoreExpiry) {
        expiries.renewed(peer.name(), registration.expires());
      }
    }
    return change;
  }

  /**
   * Forgets where a peer is, unless it registered anew meanwhile; returns when that is durable.
   *
   * @param server what is written into {@code regserver}; empty for nothing
   */
  public Change unregister(Peer peer, String server) {
    Registration known = peer.whereabouts().registration();
    Change change = new Change.Done(1);
    if (isApart(peer)) {
      configured.registrations().remove(peer.name());
    } else {
      change = rows.clear(peer.name(), known == null ? Instant.EPOCH : known.expires(), server);
    }
    if (change instanceof Change.Done) {
      kept.changed(peer.registered(null));
      expiries.forget(peer.name());
    }
    return change;
  }

  /**
   * Keeps how long a row's peer took to answer, where rows are written at all.
   *
   * @param millis below 0 if it did not
   * @param end of the registration that was asked, in Unix time: if the row holds another by now,
   *     it is left alone; {@link Long#MAX_VALUE} for a peer that does not register
   */
  public Change answered(String name, int millis, long end) {
    return life.writeBack() ? rows.answered(name, millis, end) : new Change.Done(0);
  }

  /**
   * Clears a registration that ended, unless somebody renewed or cleared it.
   *
   * @param server what is written into {@code regserver}; empty for nothing
   * @return done with 1 if it was this server that cleared it, else with 0
   */
  public Change expire(Expiries.Ended ended, String server) {
    String name = ended.name();
    if (configured.named(name).isPresent() || !life.writeBack()) {
      return new Change.Done(configured.registrations().remove(name, ended.second()) ? 1 : 0);
    }
    if (!hasRealtime() || ignoreExpiry) {
      return new Change.Done(0);
    }
    Change change = rows.clear(name, Instant.ofEpochSecond(ended.second()), server);
    if (change instanceof Change.Unavailable) {
      expiries.again(ended, clock.instant());
    } else {
      kept.prune(name::equals);
    }
    return change;
  }

  private boolean isApart(Peer peer) {
    return !peer.realtime() || !life.writeBack();
  }
}
