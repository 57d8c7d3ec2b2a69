package org.ara.sip.peer;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;

/**
 * Finds peers: those of {@code sip.conf} first, then those of the database, and keeps their
 * registrations. Methods block while the database is asked.
 */
public final class PeerDirectory {

  private final StaticPeers configured;
  private final RealtimePeers stored;
  private final Realtime realtime;
  private final boolean writeBack;

  /**
   * A directory with one state of the configuration.
   *
   * @param named where access lists are that peers name
   * @param writeBack whether registrations of rows are written into them, or kept in memory
   */
  public PeerDirectory(
      StaticPeers configured,
      PeerDefaults defaults,
      NamedLists named,
      Realtime realtime,
      boolean writeBack,
      InstantSource clock) {
    this.writeBack = writeBack;
    this.configured = configured;
    this.realtime = realtime;
    this.stored =
        new RealtimePeers(realtime, new PeerBuilder(defaults, named, clock), new Repeats());
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

  /** Every peer of the database; one without a name or with a bad value is left out. */
  public Lookup<List<Peer>> stored() {
    return stored.all();
  }

  /** The peer of that name. */
  public Lookup<Peer> named(String name) {
    Optional<Peer> known = configured.named(name);
    if (known.isPresent()) {
      return new Lookup.Found<>(known.get());
    }
    Lookup<Peer> row = stored.named(name);
    return writeBack ? row : row.map(configured::current);
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
   * @param extension the user of the request's URI; may be empty
   */
  public Lookup<Peer> at(InetAddress address, int port, String extension) {
    Optional<Peer> known = configured.at(address, port);
    return known.isPresent()
        ? new Lookup.Found<>(known.get())
        : only(stored.at(address, port, extension), Peer::isCalled);
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
    if (isInMemory(peer)) {
      configured.register(peer.name(), Optional.of(registration));
      return new Change.Done(1);
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("ipaddr", registration.address()));
    fields.add(new Field("port", Integer.toString(registration.port())));
    fields.add(new Field("regseconds", Long.toString(registration.expires().getEpochSecond())));
    fields.add(new Field(peer.whereabouts().userColumn(), registration.user()));
    fields.add(new Field("fullcontact", registration.contact()));
    fields.add(new Field("useragent", registration.userAgent()));
    fields.add(new Field("lastms", "0"));
    if (!server.isEmpty()) {
      fields.add(new Field("regserver", server));
    }
    return write(peer, fields);
  }

  /** Forgets where a peer is; returns when that is durable. */
  public Change unregister(Peer peer, String server) {
    if (isInMemory(peer)) {
      configured.register(peer.name(), Optional.empty());
      return new Change.Done(1);
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("fullcontact", ""));
    fields.add(new Field("ipaddr", ""));
    fields.add(new Field("port", "0"));
    fields.add(new Field("regseconds", "0"));
    fields.add(new Field("useragent", ""));
    fields.add(new Field("lastms", "0"));
    if (!server.isEmpty()) {
      fields.add(new Field("regserver", ""));
    }
    return write(peer, fields);
  }

  /**
   * Keeps how long a row's peer took to answer, where rows are written at all.
   *
   * @param millis below 0 if it did not
   */
  public Change answered(String name, int millis) {
    return writeBack
        ? write(name, List.of(new Field("lastms", Integer.toString(millis))))
        : new Change.Done(0);
  }

  private boolean isInMemory(Peer peer) {
    return !peer.realtime() || !writeBack;
  }

  private Change write(Peer peer, List<Field> fields) {
    return write(peer.name(), fields);
  }

  private Change write(String name, List<Field> fields) {
    String family =
        realtime.isMapped(RealtimePeers.REGISTRATIONS)
            ? RealtimePeers.REGISTRATIONS
            : RealtimePeers.PEERS;
    return realtime.update(family, List.of(Condition.equal("name", name)), fields);
  }
}
