package org.ara.sip.registrar;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
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
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.endpoint.Contacts;
import org.ara.sip.endpoint.Endpoints;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Via;
import org.ara.sip.peer.Addresses;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Peer;
import org.ara.sip.route.Path;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transport.Flows;
import org.ara.sip.transport.Protocol;

/**
 * Answers REGISTER of endpoints: as many contacts as their address of record may have, all of one
 * request or none, 200 with all of them only once they are durable ({@code spec/channels.md}
 * section 3).
 */
final class ContactRegistrar {

  private static final VerboseLog LIVE = new VerboseLog(ContactRegistrar.class);
  private static final int LOCKS = 1024;

  private final InstantSource clock;
  private final PeerEvents events;
  private final ContactListener listener;
  private final Predicate<Contact> lost;
  private final Flows flows;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  /**
   * A registrar that dates registrations by a clock.
   *
   * @param lost whether a contact is known not to answer
   */
  ContactRegistrar(
      InstantSource clock,
      PeerEvents events,
      ContactListener listener,
      Predicate<Contact> lost,
      Flows flows) {
    this.clock = clock;
    this.events = events;
    this.listener = listener;
    this.lost = lost;
    this.flows = flows;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** What to answer; blocks while the database works. */
  SipResponse response(State state, ServerTransaction transaction, SipUri to) {
    SipRequest request = transaction.request();
    SipUri from = request.from().uri() instanceof SipUri uri ? uri : to;
    String user = from.user() == null ? "" : from.user();
    Endpoints endpoints = state.endpoints();
    return switch (endpoints.identify(transaction.hop().remote().getAddress(), user, from.host())) {
      case Lookup.Unavailable<Peer>(Outage outage) -> Answers.unavailable(state, request, outage);
      case Lookup.Absent<Peer> _ ->
          Doorman.refuse(state, transaction, user, Kind.UNKNOWN, "no such endpoint");
      case Lookup.Found<Peer>(Peer peer) -> of(state, transaction, to, peer);
    };
  }

  private SipResponse of(State state, ServerTransaction transaction, SipUri to, Peer peer) {
    Reachability unused = Reachability.of(transaction, peer.access().nat());
    if (!peer.access().sources().permits(transaction.hop().remote().getAddress())) {
      return Doorman.refuse(
          state, transaction, peer.name(), Kind.NOT_PERMITTED, "its address is not permitted");
    }
    Optional<SipResponse> refusal = Doorman.admit(state, transaction, peer);
    return refusal.orElseGet(() -> admitted(state, transaction, to, peer));
  }

  private SipResponse admitted(State state, ServerTransaction transaction, SipUri to, Peer peer) {
    SipRequest request = transaction.request();
    Endpoint endpoint = peer.endpoint();
    if (endpoint == null || endpoint.aors().isEmpty()) {
      LIVE.tell(3, "'{}' may not register: it has no aors", peer.name());
      return Answers.of(state, request, 403).build();
    }
    String user = to.user() == null ? "" : to.user();
    Optional<String> named =
        state.endpoints().variants(user, to.host()).stream()
            .filter(endpoint.aors()::contains)
            .findFirst();
    if (named.isEmpty()) {
      LIVE.tell(3, "'{}' may not register '{}': its aors do not name it", peer.name(), user);
      return Answers.of(state, request, 404, "Not found");
    }
    return switch (state.endpoints().aor(named.get())) {
      case Lookup.Unavailable<Aor>(Outage outage) -> Answers.unavailable(state, request, outage);
      case Lookup.Absent<Aor> _ -> {
        LIVE.tell(3, "'{}' may not register '{}': there is no such aor", peer.name(), named.get());
        yield Answers.of(state, request, 404, "Not found");
      }
      case Lookup.Found<Aor>(Aor aor) when aor.most() == 0 -> {
        LIVE.tell(3, "'{}' may not register '{}': max_contacts is 0", peer.name(), aor.id());
        yield Answers.of(state, request, 403).build();
      }
      case Lookup.Found<Aor>(Aor aor) -> locked(state, transaction, peer, aor);
    };
  }

  /** Requests for one address of record wait for each other, so that none is counted twice. */
  private SipResponse locked(State state, ServerTransaction transaction, Peer peer, Aor aor) {
    ReentrantLock lock = locks[Math.floorMod(aor.id().hashCode(), LOCKS)];
    lock.lock();
    try {
      return register(state, transaction, peer, aor);
    } finally {
      lock.unlock();
    }
  }

  private SipResponse register(State state, ServerTransaction transaction, Peer peer, Aor aor) {
    SipRequest request = transaction.request();
    List<Contact> present;
    switch (state.endpoints().contacts().of(aor.id())) {
      case Lookup.Found<List<Contact>>(List<Contact> found) -> present = found;
      case Lookup.Absent<List<Contact>> _ -> present = List.of();
      case Lookup.Unavailable<List<Contact>>(Outage outage) -> {
        return Answers.unavailable(state, request, outage);
      }
    }
    ContactPlan plan;
    try {
      if (request.hasWildcardContact()) {
        OptionalLong expires = request.expires();
        boolean alone = request.headers().values(HeaderName.CONTACT).size() == 1;
        if (!alone || expires.isEmpty() || expires.getAsLong() != 0) {
          return Answers.of(state, request, 400, "Bad Request (Contact: * needs Expires: 0)");
        }
        plan = ContactPlan.clear(present);
      } else {
        plan = ContactPlan.of(aor, present, wishes(state, transaction, peer, aor), lost);
      }
    } catch (SipSyntaxException e) {
      return Answers.of(state, request, 400, "Bad Request (Contact)");
    } catch (NotPermittedException e) {
      return Answers.of(state, request, 403, "Forbidden (Contact)");
    }
    return switch (plan) {
      case ContactPlan.TooMany _ -> {
        LIVE.tell(3, "'{}' has as many contacts as max_contacts allows", aor.id());
        yield Answers.of(state, request, 403).build();
      }
      case ContactPlan.Possible todo -> carryOut(state, transaction, peer, aor, todo);
    };
  }

  /** A contact is at an address that the endpoint's contact list denies. */
  private static final class NotPermittedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private List<ContactPlan.Wish> wishes(
      State state, ServerTransaction transaction, Peer peer, Aor aor) throws NotPermittedException {
    SipRequest request = transaction.request();
    OptionalLong usual = request.expires();
    List<ContactPlan.Wish> wishes = new ArrayList<>();
    for (NameAddress contact : request.contacts()) {
      if (!(contact.uri() instanceof SipUri uri)) {
        throw new SipSyntaxException("a Contact that is no SIP URI");
      }
      SipUri there = placed(transaction, peer, uri.withoutHeaders());
      long seconds = Binding.seconds(contact).orElse(usual.orElse(aor.usual().toSeconds()));
      if (seconds == 0) {
        wishes.add(new ContactPlan.Wish(there, Optional.empty()));
      } else {
        if (!permits(peer, transaction, there)) {
          throw new NotPermittedException();
        }
        Contact made = contact(state, transaction, peer, aor, there, aor.granted(seconds));
        wishes.add(new ContactPlan.Wish(there, Optional.of(made)));
      }
    }
    return wishes;
  }

  /** Where a contact is: where it says, or where it comes from if the endpoint wants it so. */
  private static SipUri placed(ServerTransaction transaction, Peer peer, SipUri uri) {
    Endpoint endpoint = peer.endpoint();
    if (endpoint == null || !endpoint.rewrites()) {
      return uri;
    }
    InetSocketAddress source = transaction.hop().remote();
    Protocol protocol = transaction.hop().transport().protocol();
    SipUri there =
        uri.withHostPort(
            Addresses.text(source.getAddress()), source.getPort() == 5060 ? 0 : source.getPort());
    return protocol == Protocol.UDP ? there : there.withParameter("transport", protocol.word());
  }

  private static boolean permits(Peer peer, ServerTransaction transaction, SipUri there) {
    if (peer.access().contacts().isOpen()) {
      return true;
    }
    try {
      return peer.access()
          .contacts()
          .permits(
              there.host().endsWith(".invalid")
                  ? transaction.hop().remote().getAddress()
                  : InetAddress.getByName(there.host()));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Contact contact(
      State state,
      ServerTransaction transaction,
      Peer peer,
      Aor aor,
      SipUri uri,
      Duration granted) {
    SipRequest request = transaction.request();
    String agent = request.headers().first(HeaderName.USER_AGENT);
    Via via = request.topVia();
    String callId = request.headers().first(HeaderName.CALL_ID);
    return new Contact(
        Contact.id(aor.id(), uri.toString()),
        aor.id(),
        uri.toString(),
        clock.instant().plus(granted),
        aor.path() ? Path.of(request.headers().values(Placement.PATH)).text() : "",
        agent == null ? "" : agent.substring(0, Math.min(agent.length(), 255)),
        peer.name(),
        state.settings().regServer(),
        callId == null ? "" : callId.substring(0, Math.min(callId.length(), 255)),
        via.host().substring(0, Math.min(via.host().length(), 40)),
        via.portOrDefault(),
        transaction.hop().transport().reliable());
  }

  private SipResponse carryOut(
      State state, ServerTransaction transaction, Peer peer, Aor aor, ContactPlan.Possible plan) {
    SipRequest request = transaction.request();
    Contacts rows = state.endpoints().contacts();
    for (Contact gone : plan.gone()) {
      if (rows.remove(gone) instanceof Change.Unavailable(Outage outage)) {
        return Answers.unavailable(state, request, outage);
      }
      forget(gone);
    }
    for (ContactPlan.Written written : plan.written()) {
      if (rows.put(written.contact(), aor, written.known())
          instanceof Change.Unavailable(Outage outage)) {
        return Answers.unavailable(state, request, outage);
      }
    }
    for (ContactPlan.Written written : plan.written()) {
      Contact contact = written.contact();
      if (!written.known()) {
        LIVE.tell(3, "Registered PJSIP '{}' at {}", aor.id(), contact.uri());
        events.contact(contact, true);
      }
      flows.registered(contact.id(), transaction.hop());
      listener.registered(peer, new Endpoints.Place(aor, contact), written.known());
    }
    List<Contact> now = new ArrayList<>(plan.others());
    plan.written().forEach(written -> now.add(written.contact()));
    boolean before = !plan.others().isEmpty() || !plan.gone().isEmpty() || plan.renews();
    if (before == now.isEmpty()) {
      events.endpoint(peer.name(), !before);
    }
    return Granted.all(state, request, now, clock.instant());
  }

  /** A contact is not there any more. */
  void forget(Contact contact) {
    LIVE.tell(3, "Unregistered PJSIP '{}' from {}", contact.aor(), contact.uri());
    flows.unregistered(contact.id());
    events.contact(contact, false);
    listener.removed(contact);
  }
}
