package org.ara.sip.qualify;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ara.realtime.Change;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.qualify.Aim.Owner;
import org.ara.sip.registrar.PeerEvents;
import org.ara.sip.registrar.RegistrationListener;
import org.ara.sip.route.Router;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every peer that wants it whether it is there, be it a section or a row: those with a host,
 * and those that registered at this server, for as long as the registration lasts. Kept by name
 * apart from peers, spread over time, and never more than two thousand packets a second.
 */
public final class Probes implements RegistrationListener, ContactListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  /** Between two packets, in nanoseconds. */
  private static final long GAP = 500_000;

  /** Between questions to who does not answer. */
  private static final int AWAY_MILLIS = 10_000;

  /** Within which a peer is asked that has just registered, once that is answered. */
  private static final int FIRST_MILLIS = 500;

  /** What each of many that are found at once adds to the time within which they are asked. */
  private static final int MILLIS_EACH = 2;

  private static final int MOST_SPREAD_MILLIS = 60_000;

  /** Within which those with a host are asked after a start. */
  private static final int SPREAD_MILLIS = 2_000;

  private final ConcurrentMap<String, Probe> probes = new ConcurrentHashMap<>();
  private final DelayQueue<Appointment> calendar = new DelayQueue<>();
  private final Supplier<State> state;
  private final PeerEvents events;
  private final InstantSource clock;
  private volatile @Nullable Thread worker;

  /** Probes that ask nobody until they are started. */
  public Probes(Supplier<State> state, PeerEvents events, InstantSource clock) {
    this.state = state;
    this.events = events;
    this.clock = clock;
  }

  /** Begins asking. */
  public void start(TransactionLayer layer, Router router) {
    worker = Thread.ofVirtual().name("sip-qualify").start(() -> run(layer, router));
  }

  /** Asks those peers that have a host, or are registered, and no others of that kind. */
  public void configured(Collection<Peer> peers) {
    Set<String> names = peers.stream().map(Peer::name).collect(Collectors.toSet());
    probes
        .values()
        .removeIf(
            probe ->
                probe.aim().owner() == null
                    && !probe.aim().stored()
                    && !names.contains(probe.name()));
    peers.forEach(peer -> watch(peer, SPREAD_MILLIS));
  }

  @Override
  public void registered(Peer peer) {
    watch(peer, FIRST_MILLIS);
  }

  @Override
  public void found(Peer peer, int company) {
    if (!probes.containsKey(peer.name())) {
      watch(peer, Math.clamp(company * MILLIS_EACH, FIRST_MILLIS, MOST_SPREAD_MILLIS));
    }
  }

  @Override
  public void ended(String name) {
    Probe gone = probes.remove(name);
    if (gone != null) {
      LOG.debug("peer '{}' is not asked any more", gone.name());
    }
  }

  @Override
  public void registered(Peer endpoint, Place place, boolean before) {
    watch(place.contact().id(), Aim.of(endpoint, place), FIRST_MILLIS);
  }

  @Override
  public void found(Peer endpoint, Place place, int company) {
    if (!probes.containsKey(place.contact().id())) {
      int within = Math.clamp(company * MILLIS_EACH, FIRST_MILLIS, MOST_SPREAD_MILLIS);
      watch(place.contact().id(), Aim.of(endpoint, place), within);
    }
  }

  @Override
  public void removed(Contact contact) {
    ended(contact.id());
  }

  /** Asks those contacts that are configured, and no others of that kind. */
  public void configuredContacts(Map<Place, Peer> contacts) {
    Set<String> ids =
        contacts.keySet().stream().map(p -> p.contact().id()).collect(Collectors.toSet());
    probes
        .values()
        .removeIf(
            probe ->
                probe.aim().owner() != null
                    && probe.aim().expires() == Long.MAX_VALUE
                    && !ids.contains(probe.name()));
    contacts.forEach(
        (place, endpoint) -> watch(place.contact().id(), Aim.of(endpoint, place), SPREAD_MILLIS));
  }

  private void watch(Peer peer, int within) {
    watch(peer.name(), Aim.of(peer), within);
  }

  private void watch(String name, Optional<Aim> aim, int within) {
    if (aim.isEmpty()) {
      ended(name);
      return;
    }
    Probe fresh = new Probe(name, aim.get());
    Probe known = probes.putIfAbsent(name, fresh);
    if (known == null || known.move(aim.get())) {
      begin(known == null ? fresh : known, within);
    }
  }

  private void begin(Probe probe, int within) {
    int turn = probe.next();
    Aim aim = probe.aim();
    if (aim.limit() > 0) {
      int delay = within == 0 ? 0 : within / 5 + ThreadLocalRandom.current().nextInt(within);
      calendar.add(Appointment.in(probe, turn, false, delay));
    }
    if (aim.keepAlive() > 0) {
      calendar.add(Appointment.in(probe, turn, true, jittered(aim.keepAlive() * 1000L)));
    }
  }

  /**
   * Asks a peer at once.
   *
   * @param done run when that came to something
   * @return whether it is monitored, and anywhere to be asked by this server
   */
  public boolean now(Peer peer, Runnable done) {
    Registration registration = peer.whereabouts().registration();
    if (registration != null && registration.isElsewhere(state.get().settings().regServer())) {
      return false;
    }
    watch(peer, FIRST_MILLIS);
    return now(peer.name(), done);
  }

  /**
   * Asks a contact at once.
   *
   * @param done run when that came to something
   * @return whether it is asked at all, by this server
   */
  public boolean now(Peer endpoint, Place place, Runnable done) {
    if (place.contact().isElsewhere(state.get().settings().regServer())) {
      return false;
    }
    watch(place.contact().id(), Aim.of(endpoint, place), FIRST_MILLIS);
    return now(place.contact().id(), done);
  }

  private boolean now(String name, Runnable done) {
    Probe probe = probes.get(name);
    if (probe == null || probe.aim().limit() == 0) {
      return false;
    }
    probe.await(done);
    begin(probe, 0);
    return true;
  }

  /** What is known of a peer, from here or from its row. */
  public Standing standing(Peer peer) {
    if (!peer.upkeep().monitored()) {
      return Standing.UNMONITORED;
    }
    Probe probe = probes.get(peer.name());
    Standing found = probe == null ? Standing.UNKNOWN : probe.standing();
    int stored = peer.upkeep().lastMillis();
    if (found.state() != Standing.Reach.UNKNOWN || stored == 0 || !peer.whereabouts().known()) {
      return found;
    }
    return stored < 0 ? Standing.LOST : Standing.of(stored, peer.upkeep().limit());
  }

  /** What is known of a contact. */
  public Standing standing(Place place) {
    if (place.aor().frequency() == 0) {
      return Standing.UNMONITORED;
    }
    Probe probe = probes.get(place.contact().id());
    return probe == null ? Standing.UNKNOWN : probe.standing();
  }

  /** Whether a contact is known not to answer. */
  public boolean isLost(Contact contact) {
    Probe probe = probes.get(contact.id());
    return probe != null && probe.standing().lost();
  }

  /** How many peers are asked. */
  public int size() {
    return probes.size();
  }

  private void run(TransactionLayer layer, Router router) {
    try {
      while (true) {
        Appointment due = calendar.take();
        if (isDue(due)) {
          if (due.probe().aim().isNamed()) {
            Thread.ofVirtual().name("sip-qualify-name").start(() -> act(due, layer, router));
          } else {
            act(due, layer, router);
          }
          LockSupport.parkNanos(GAP);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDue(Appointment due) {
    Probe probe = due.probe();
    if (probes.get(probe.name()) != probe || !probe.isCurrent(due.turn())) {
      return false;
    }
    if (probe.aim().expires() < clock.instant().getEpochSecond()) {
      probes.remove(probe.name(), probe);
      Owner owner = probe.aim().owner();
      if (owner == null) {
        events.changed(probe.name());
      }
      return false;
    }
    return true;
  }

  private void act(Appointment due, TransactionLayer layer, Router router) {
    Probe probe = due.probe();
    Aim aim = probe.aim();
    try {
      List<Hop> hops = aim.hops(probe.name(), router);
      if (due.keepAlive()) {
        hops.stream().findFirst().ifPresent(Hop::keepAlive);
        later(probe, due.turn(), true, aim.keepAlive() * 1000L);
      } else if (hops.isEmpty()) {
        found(probe, due.turn(), Standing.LOST);
      } else {
        ask(due, aim, hops, layer, router);
      }
    } catch (RuntimeException e) {
      LOG.error("peer '{}' could not be asked by a fault of ours", probe.name(), e);
      later(probe, due.turn(), due.keepAlive(), AWAY_MILLIS);
    }
  }

  /** Asks one server after the other until one answers (RFC 3263 section 4.3). */
  private void ask(
      Appointment due, Aim aim, List<Hop> hops, TransactionLayer layer, Router router) {
    Hop hop = hops.getFirst();
    boolean last = hops.size() == 1;
    String agent = state.get().settings().userAgent();
    Question.ask(
        layer,
        hop,
        aim,
        agent,
        last,
        standing -> {
          if (last || standing.state() != Standing.Reach.UNREACHABLE) {
            router.answered(hop);
            found(due.probe(), due.turn(), standing);
          } else {
            router.failed(hop);
            ask(due, aim, hops.subList(1, hops.size()), layer, router);
          }
        });
  }

  private void found(Probe probe, int turn, Standing standing) {
    if (probes.get(probe.name()) != probe || !probe.isCurrent(turn)) {
      return;
    }
    Aim aim = probe.aim();
    if (probe.note(standing)) {
      changed(probe, aim, standing);
    }
    probe.answered();
    boolean away = standing.state() == Standing.Reach.UNREACHABLE;
    later(probe, turn, false, away ? AWAY_MILLIS : aim.frequency() * 1000L);
  }

  private void changed(Probe probe, Aim aim, Standing standing) {
    if (standing.lost()) {
      LOG.info("Peer '{}' is now {}", probe.name(), standing.text());
    } else {
      LOG.debug("Peer '{}' is now {}", probe.name(), standing.text());
    }
    Owner owner = aim.owner();
    if (owner != null) {
      events.reachability(
          owner.endpoint(), owner.aor(), aim.contact(), !standing.lost(), standing.millis());
      return;
    }
    events.reachability(probe.name(), standing.word(), standing.millis());
    if (aim.stored()) {
      int value = standing.state() == Standing.Reach.UNREACHABLE ? -1 : standing.millis();
      if (state.get().peers().answered(probe.name(), value, aim.expires())
          instanceof Change.Unavailable unavailable) {
        LOG.warn(
            "lastms of peer '{}' not stored: {}", probe.name(), unavailable.outage().message());
      }
    }
  }

  private void later(Probe probe, int turn, boolean keepAlive, long millis) {
    calendar.add(Appointment.in(probe, turn, keepAlive, jittered(millis)));
  }

  /** Up to a tenth less, so that those who came together do not stay together. */
  private static long jittered(long millis) {
    return millis - ThreadLocalRandom.current().nextLong(millis / 10 + 1);
  }

  @Override
  public void close() {
    Thread running = worker;
    if (running != null) {
      running.interrupt();
    }
    calendar.clear();
    probes.clear();
  }
}
