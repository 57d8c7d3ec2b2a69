package org.ara.sip.registrar;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.ara.module.log.VerboseLog;
import org.ara.realtime.Change;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.Doorman;
import org.ara.sip.answer.Reachability;
import org.ara.sip.answer.State;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Expiries.Ended;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transport.Flows;
import org.ara.sip.transport.Protocol;

/**
 * Answers REGISTER: one contact for each peer, the last device to register wins, 200 only once the
 * registration is durable, 503 while the database is away.
 */
public final class Registrar {

  private static final VerboseLog LIVE = new VerboseLog(Registrar.class);

  private final InstantSource clock;
  private final PeerEvents events;
  private final RegistrationListener listener;
  private final Flows flows;
  private final ContactRegistrar contacts;

  /**
   * A registrar that dates registrations by a clock.
   *
   * @param events tells the world which phones came and went
   * @param listener told the same
   * @param contacts told of the contacts of endpoints
   * @param lost whether a contact is known not to answer
   * @param flows takes in on which connection a peer registered
   */
  public Registrar(
      InstantSource clock,
      PeerEvents events,
      RegistrationListener listener,
      ContactListener contacts,
      Predicate<Contact> lost,
      Flows flows) {
    this.contacts = new ContactRegistrar(clock, events, contacts, lost, flows);
    this.flows = flows;
    this.clock = clock;
    this.events = events;
    this.listener = listener;
  }

  /** Answers a REGISTER; blocks while the database works. */
  public void answer(State state, ServerTransaction transaction) {
    transaction.respond(response(state, transaction));
  }

  private SipResponse response(State state, ServerTransaction transaction) {
    SipRequest request = transaction.request();
    if (!(request.to().uri() instanceof SipUri to)) {
      return Answers.of(state, request, 416).build();
    }
    if (!state.settings().recognition().domains().isOurs(to.host())) {
      return Answers.of(state, request, 404, "Not found (unknown domain)");
    }
    String user = to.user();
    String name = user == null || user.isEmpty() ? to.host() : user;
    return switch (state.peers().callee(name)) {
      case Lookup.Unavailable<Peer>(Outage outage) -> Answers.unavailable(state, request, outage);
      case Lookup.Absent<Peer> _ when state.endpoints().exist() ->
          contacts.response(state, transaction, to);
      case Lookup.Absent<Peer> _ ->
          Doorman.refuse(state, transaction, name, Kind.UNKNOWN, "no such peer");
      case Lookup.Found<Peer>(Peer peer) -> of(state, transaction, name, peer);
    };
  }

  private SipResponse of(State state, ServerTransaction transaction, String name, Peer peer) {
    SipRequest request = transaction.request();
    Reachability reach = Reachability.of(transaction, peer.access().nat());
    if (!peer.whereabouts().dynamic()) {
      return Doorman.refuse(state, transaction, name, Kind.NOT_DYNAMIC, "its host is not dynamic");
    }
    if (!peer.access().sources().permits(transaction.hop().remote().getAddress())) {
      return Doorman.refuse(
          state, transaction, name, Kind.NOT_PERMITTED, "its address is not permitted");
    }
    Optional<SipResponse> refusal = Doorman.admit(state, transaction, peer);
    return refusal.orElseGet(() -> admitted(state, transaction, peer, reach));
  }

  private SipResponse admitted(
      State state, ServerTransaction transaction, Peer peer, Reachability reach) {
    SipRequest request = transaction.request();
    Protocol protocol = transaction.hop().transport().protocol();
    if (!peer.transports().contains(protocol)) {
      LIVE.tell(
          3,
          "'{}' may not register over {}: its transport does not name it",
          peer.name(),
          protocol);
      return Answers.of(state, request, 403).build();
    }
    if (!peer.terms().path()
        && request.headers().values(HeaderName.REQUIRE).stream().anyMatch("path"::equals)) {
      return Answers.of(state, request, 420).header(HeaderName.UNSUPPORTED, "path").build();
    }
    Binding binding;
    try {
      binding = Binding.asked(request, state.settings(), peer.terms());
    } catch (SipSyntaxException e) {
      return Answers.of(state, request, 400, "Bad Request (Contact)");
    }
    return switch (binding) {
      case Binding.Query _ -> Granted.answer(state, request, peer, clock.instant());
      case Binding.Removal(Optional<SipUri> contact) -> remove(state, request, peer, contact);
      case Binding.Addition addition -> add(state, transaction, peer, reach, addition);
      case Binding.Malformed(String why) -> Answers.of(state, request, 400, why);
    };
  }

  private SipResponse remove(State state, SipRequest request, Peer peer, Optional<SipUri> contact) {
    Registration current = peer.whereabouts().registration();
    if (current == null || !concerns(current, contact)) {
      return Granted.removed(state, request, clock.instant());
    }
    return switch (unregister(state, peer)) {
      case Change.Unavailable(Outage outage) -> Answers.unavailable(state, request, outage);
      case Change.Done _ -> Granted.removed(state, request, clock.instant());
    };
  }

  /** Forgets where a peer is, and says so; blocks while the database works. */
  public Change unregister(State state, Peer peer) {
    Change change = state.peers().unregister(peer, state.settings().regServer());
    if (change instanceof Change.Done(int rows) && rows > 0) {
      LIVE.tell(3, "Unregistered SIP '{}'", peer.name());
      flows.unregistered(peer.name());
      events.unregistered(peer);
      listener.unregistered(peer);
    }
    return change;
  }

  /** Says that the contact of an endpoint is gone. */
  void forget(Contact contact) {
    contacts.forget(contact);
  }

  /** Clears a registration that ended, and says so if it was this server that did it. */
  void expire(State state, Ended ended) {
    Change change = state.peers().expire(ended, state.settings().regServer());
    if (change instanceof Change.Done) {
      listener.ended(ended.name());
    }
    if (change instanceof Change.Done(int rows) && rows > 0) {
      LIVE.tell(3, "The registration of SIP '{}' ended", ended.name());
      flows.unregistered(ended.name());
      events.expired(ended.name());
    }
  }

  /** Whether a removal is meant for this registration and not for one that was replaced by it. */
  private static boolean concerns(Registration current, Optional<SipUri> contact) {
    if (contact.isEmpty() || current.contact().isEmpty()) {
      return true;
    }
    try {
      return SipUri.parse(current.contact()).sameAs(contact.get());
    } catch (SipSyntaxException stored) {
      return true;
    }
  }

  private SipResponse add(
      State state,
      ServerTransaction transaction,
      Peer peer,
      Reachability reach,
      Binding.Addition addition) {
    SipRequest request = transaction.request();
    Placement place;
    try {
      place = Placement.of(state, transaction, peer, reach, addition, clock.instant());
    } catch (SipSyntaxException e) {
      return Answers.of(state, request, 400, "Bad Request (Path)");
    }
    return switch (place) {
      case Placement.Unresolvable(String why) -> Answers.of(state, request, 400, why);
      case Placement.Denied _ -> Answers.of(state, request, 603, "Denied");
      case Placement.Placed(Registration registration) ->
          store(state, transaction, peer, registration);
    };
  }

  private SipResponse store(
      State state, ServerTransaction transaction, Peer peer, Registration registration) {
    SipRequest request = transaction.request();
    return switch (state.peers().register(peer, registration, state.settings().regServer())) {
      case Change.Unavailable(Outage outage) -> Answers.unavailable(state, request, outage);
      case Change.Done(int rows) when rows == 0 ->
          Doorman.refuse(state, transaction, peer.name(), Kind.UNKNOWN, "its row is gone");
      case Change.Done _ -> {
        if (peer.whereabouts().registration() == null) {
          LIVE.tell(
              3,
              "Registered SIP '{}' at {}:{}",
              peer.name(),
              registration.address(),
              registration.port());
        }
        flows.registered(peer.name(), transaction.hop());
        events.registered(peer, registration);
        Peer there = peer.registered(registration);
        listener.registered(there);
        yield Granted.answer(state, request, there, clock.instant());
      }
    };
  }
}
