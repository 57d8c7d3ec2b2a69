package org.ara.sip.registrar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.endpoint.Endpoints;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.peer.Peer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the contacts of endpoints in order: finds those again that an earlier run of this server
 * registered, deletes those that ended, and has those watched that are configured. Looks every 30
 * seconds, as {@code contact_expiration_check_interval} has it where nothing else is set.
 */
public final class ContactKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContactKeeper.class);

  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** Seconds; the most that maximum_expiration usually is. */
  private static final long LONGEST = 7 * 86_400;

  private final Supplier<State> state;
  private final Registrar registrar;
  private final PeerEvents events;
  private final ContactListener listener;
  private final Consumer<Map<Place, Peer>> configured;
  private final InstantSource clock;
  private volatile @Nullable Thread worker;

  /**
   * A keeper that has not begun.
   *
   * @param configured told which contacts need no registration and are to be watched
   */
  public ContactKeeper(
      Supplier<State> state,
      Registrar registrar,
      PeerEvents events,
      ContactListener listener,
      Consumer<Map<Place, Peer>> configured,
      InstantSource clock) {
    this.state = state;
    this.registrar = registrar;
    this.events = events;
    this.listener = listener;
    this.configured = configured;
    this.clock = clock;
  }

  /** Begins. */
  public void start() {
    worker = Thread.ofVirtual().name("pjsip-contacts").start(this::run);
  }

  private void run() {
    boolean found = false;
    try {
      while (true) {
        try {
          if (state.get().endpoints().exist()) {
            if (!found) {
              find();
              found = true;
            }
            look();
            clear();
          }
        } catch (RuntimeException e) {
          LOG.error("contacts cannot be looked after by a fault of ours", e);
        }
        Thread.sleep(PERIOD);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Finds what an earlier run registered. */
  private void find() throws InterruptedException {
    int found = EndSlots.walk(clock.instant().getEpochSecond(), LONGEST, this::take);
    if (found > 0) {
      LOG.info("{} contacts of an earlier run hold", found);
    }
  }

  private Lookup<Integer> take(long from, long to) {
    String server = state.get().settings().regServer();
    return state
        .get()
        .endpoints()
        .contacts()
        .registeredAt(server, from, to)
        .map(
            here -> {
              here.forEach(contact -> found(contact, here.size()));
              return here.size();
            });
  }

  private void found(Contact contact, int company) {
    if (contact.connected()) { // its connection ended with that run
      remove(contact);
      return;
    }
    Endpoints endpoints = state.get().endpoints();
    if (endpoints.named(contact.endpoint()) instanceof Lookup.Found<Peer>(Peer peer)
        && endpoints.aor(contact.aor()) instanceof Lookup.Found<Aor>(Aor aor)) {
      listener.found(peer, new Place(aor, contact), company);
    }
  }

  /** Has those watched that need not register. */
  private void look() {
    Endpoints endpoints = state.get().endpoints();
    if (!(endpoints.watchedAors() instanceof Lookup.Found<List<Aor>>(List<Aor> aors))) {
      return;
    }
    Map<Place, Peer> places = new HashMap<>();
    for (Aor aor : aors) {
      Optional<Peer> owner = endpoints.owner(aor);
      for (String uri : aor.contacts()) {
        owner.ifPresent(
            peer -> places.put(new Place(aor, Contact.configured(aor.id(), uri)), peer));
      }
    }
    configured.accept(places);
  }

  private void clear() {
    if (state.get().endpoints().contacts().over()
        instanceof Lookup.Found<List<Contact>>(List<Contact> over)) {
      over.forEach(this::remove);
    }
  }

  private void remove(Contact contact) {
    if (state.get().endpoints().contacts().remove(contact) instanceof Change.Done(int rows)
        && rows > 0) {
      registrar.forget(contact);
      if (state.get().endpoints().contacts().of(contact.aor())
              instanceof Lookup.Found<List<Contact>>(List<Contact> left)
          && left.isEmpty()) {
        events.endpoint(contact.endpoint(), false);
      }
    }
  }

  @Override
  public void close() {
    Thread running = worker;
    if (running != null) {
      running.interrupt();
    }
  }
}
