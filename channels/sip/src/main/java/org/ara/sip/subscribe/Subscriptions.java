package org.ara.sip.subscribe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.pbx.device.DeviceListener;
import org.ara.pbx.device.Hints;
import org.ara.pbx.mailbox.MailboxListener;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.Doorman;
import org.ara.sip.answer.Reachability;
import org.ara.sip.answer.State;
import org.ara.sip.call.Dialog;
import org.ara.sip.call.DialogId;
import org.ara.sip.call.Subscribing;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Tags;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Mail;
import org.ara.sip.peer.Peer;
import org.ara.sip.settings.Watchers;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transport.Hop;

/**
 * Answers SUBSCRIBE to numbers that have a hint and to mailboxes, and tells who watches them when
 * devices or mailboxes change. At most a hundred thousand at once.
 */
public final class Subscriptions implements Subscribing, DeviceListener, MailboxListener {

  private static final int MOST = 100_000;
  private static final String EVENTS = "presence, dialog, message-summary";

  private final Map<DialogId, Subscription<?>> all = new ConcurrentHashMap<>();
  private final Map<String, Set<Subscription<?>>> byThing = new ConcurrentHashMap<>();
  private final TransactionLayer layer;
  private final Hints hints;
  private final Mailboxes mailboxes;
  private final InstantSource clock;

  /** Nobody watches anything yet. */
  public Subscriptions(
      TransactionLayer layer, Hints hints, Mailboxes mailboxes, InstantSource clock) {
    this.layer = layer;
    this.hints = hints;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  @Override
  public void answer(State state, ServerTransaction transaction) {
    SipRequest request = transaction.request();
    if (request.to().tag() == null) {
      first(state, transaction);
      return;
    }
    Subscription<?> known = all.get(DialogId.of(request));
    if (known == null) {
      transaction.respond(Answers.of(state, request, 481).build());
    } else if (!known.dialog().isNext(request)) {
      transaction.respond(Answers.of(state, request, 500, "CSeq is not above the last"));
    } else {
      refresh(state, transaction, known);
    }
  }

  private void refresh(State state, ServerTransaction transaction, Subscription<?> known) {
    SipRequest request = transaction.request();
    long seconds = seconds(state, request);
    if (tooBrief(state, seconds)) {
      transaction.respond(brief(state, request));
      return;
    }
    known.dialog().retarget(request.contacts());
    transaction.respond(granted(state, request, known.dialog(), seconds));
    if (seconds == 0) {
      known.end("timeout");
    } else {
      known.refresh(clock.instant().plusSeconds(seconds));
      expireAfter(known, seconds);
    }
  }

  private void first(State state, ServerTransaction transaction) {
    SipRequest request = transaction.request();
    String name =
        request.from().uri() instanceof SipUri uri && uri.user() != null ? uri.user() : "";
    switch (named(state, transaction, name)) {
      case Lookup.Unavailable<Peer>(Outage outage) ->
          transaction.respond(Answers.unavailable(state, request, outage));
      case Lookup.Absent<Peer> _ ->
          transaction.respond(
              Doorman.refuse(state, transaction, name, Kind.UNKNOWN, "no such peer"));
      case Lookup.Found<Peer>(Peer peer) -> of(state, transaction, peer);
    }
  }

  /** The peer of that name, else the endpoint that the request comes from. */
  private static Lookup<Peer> named(State state, ServerTransaction transaction, String name) {
    Lookup<Peer> peer = state.peers().named(name);
    return peer instanceof Lookup.Absent<Peer>
            && transaction.request().from().uri() instanceof SipUri from
        ? state.endpoints().identify(transaction.hop().remote().getAddress(), name, from.host())
        : peer;
  }

  private void of(State state, ServerTransaction transaction, Peer peer) {
    SipRequest request = transaction.request();
    Reachability reach = Reachability.of(transaction, peer.access().nat());
    if (!peer.access().sources().permits(transaction.hop().remote().getAddress())) {
      transaction.respond(
          Doorman.refuse(
              state, transaction, peer.name(), Kind.NOT_PERMITTED, "its address is not permitted"));
      return;
    }
    Optional<SipResponse> refusal = Doorman.admit(state, transaction, peer);
    if (refusal.isPresent()) {
      transaction.respond(refusal.get());
      return;
    }
    long seconds = seconds(state, request);
    Wish wish = wish(state, transaction, peer);
    if (wish instanceof Wish.Refused(int status, String header, String value)) {
      ResponseBuilder answer = Answers.of(state, request, status);
      transaction.respond((header.isEmpty() ? answer : answer.header(header, value)).build());
    } else if (tooBrief(state, seconds)) {
      transaction.respond(brief(state, request));
    } else if (all.size() >= MOST) {
      transaction.respond(Answers.busy(state, request, "Too many subscriptions"));
    } else if (wish instanceof Wish.Granted<?>(Topic<?> topic)) {
      begin(state, transaction, peer, reach, topic, seconds);
    }
  }

  /** What becomes of what is asked for. */
  private sealed interface Wish {
    record Granted<T>(Topic<T> topic) implements Wish {}

    record Refused(int status, String header, String value) implements Wish {
      Refused(int status) {
        this(status, "", "");
      }
    }
  }

  private Wish wish(State state, ServerTransaction transaction, Peer peer) {
    Watchers watchers = state.settings().watchers();
    SipRequest request = transaction.request();
    String written = request.headers().first(HeaderName.EVENT);
    String event = written == null ? "" : written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (event.equals(MailTopic.EVENT)) {
      return mail(state, request, transaction.hop(), peer);
    }
    if (!peer.watching().allowed()) {
      return new Wish.Refused(403);
    }
    Optional<Format> format = Format.of(event);
    if (format.isEmpty()) {
      return new Wish.Refused(489, "Allow-Events", EVENTS);
    }
    if (!Format.accepts(request, format.get().type())) {
      return new Wish.Refused(406);
    }
    String number = request.uri() instanceof SipUri uri && uri.user() != null ? uri.user() : "";
    String entity =
        request.uri() instanceof SipUri uri
            ? uri.toPublicText()
            : transaction.hop().self(number).toPublicText();
    return hints
        .find(context(peer), number)
        .<Wish>map(
            hint -> new Wish.Granted<>(new HintTopic(hints, hint, entity, format.get(), watchers)))
        .orElseGet(() -> new Wish.Refused(404));
  }

  private Wish mail(State state, SipRequest request, Hop hop, Peer peer) {
    if (!Format.accepts(request, MailTopic.TYPE)) {
      return new Wish.Refused(406);
    }
    return switch (boxes(state, request, peer)) {
      case Lookup.Found<List<String>>(List<String> boxes) when !boxes.isEmpty() -> {
        Mail mail = peer.mail().of(boxes);
        yield new Wish.Granted<>(new MailTopic(mailboxes, mail, account(mail, hop)));
      }
      case Lookup.Unavailable<List<String>> _ ->
          new Wish.Refused(503, HeaderName.RETRY_AFTER, Answers.RETRY_SECONDS);
      case Lookup.Found<List<String>> _, Lookup.Absent<List<String>> _ -> new Wish.Refused(404);
    };
  }

  /** Whose messages: of the address of record that is asked about, else of the peer. */
  private static Lookup<List<String>> boxes(State state, SipRequest request, Peer peer) {
    Endpoint endpoint = peer.endpoint();
    String user = request.uri() instanceof SipUri uri && uri.user() != null ? uri.user() : "";
    Lookup<Aor> asked =
        endpoint != null && endpoint.aors().contains(user)
            ? state.endpoints().aor(user)
            : new Lookup.Absent<>();
    return switch (asked) {
      case Lookup.Found<Aor>(Aor aor) when !aor.mailboxes().isEmpty() ->
          new Lookup.Found<>(aor.mailboxes());
      case Lookup.Unavailable<Aor>(Outage outage) -> new Lookup.Unavailable<>(outage);
      case Lookup.Found<Aor> _, Lookup.Absent<Aor> _ -> new Lookup.Found<>(peer.mail().mailboxes());
    };
  }

  /** Where the messages can be listened to. */
  static String account(Mail mail, Hop hop) {
    return hop.self(mail.extension()).toPublicText();
  }

  private static String context(Peer peer) {
    String own = peer.watching().context();
    return own.isEmpty() ? peer.calls().context() : own;
  }

  private void begin(
      State state,
      ServerTransaction transaction,
      Peer peer,
      Reachability reach,
      Topic<?> topic,
      long seconds) {
    SipRequest request = transaction.request();
    Hop hop = transaction.hop();
    SipUri us = hop.self(topic.user());
    Dialog dialog =
        Dialog.answering(request, Tags.random(), NameAddress.of(us), hop, reach.useSource());
    Subscription<?> made =
        new Subscription<>(
            peer.key(),
            topic,
            dialog,
            state,
            layer,
            clock.instant().plusSeconds(seconds),
            this::forget);
    all.put(dialog.id(), made);
    topic
        .things()
        .forEach(
            thing -> byThing.computeIfAbsent(thing, t -> ConcurrentHashMap.newKeySet()).add(made));
    transaction.respond(granted(state, request, dialog, seconds));
    if (seconds == 0) {
      made.end("timeout");
    } else {
      made.refresh(clock.instant().plusSeconds(seconds));
      expireAfter(made, seconds);
    }
  }

  private void expireAfter(Subscription<?> subscription, long seconds) {
    layer.later(
        Duration.ofSeconds(seconds + 1),
        () -> {
          if (all.get(subscription.dialog().id()) == subscription
              && !subscription.expires().isAfter(clock.instant())) {
            subscription.end("timeout");
          }
        });
  }

  private void forget(Subscription<?> over) {
    all.remove(over.dialog().id(), over);
    over.topic()
        .things()
        .forEach(
            thing ->
                byThing.computeIfPresent(
                    thing, (t, set) -> set.remove(over) && set.isEmpty() ? null : set));
  }

  private SipResponse granted(State state, SipRequest request, Dialog dialog, long seconds) {
    return request
        .response(200, "OK", dialog.id().ours())
        .header(HeaderName.SERVER, state.settings().userAgent())
        .contact(dialog.contact())
        .header(HeaderName.EXPIRES, Long.toString(seconds))
        .build();
  }

  /** What is asked for, at most what is allowed. */
  private static long seconds(State state, SipRequest request) {
    OptionalLong asked = request.expires();
    return Math.min(
        asked.orElse(state.settings().defaultExpiry().toSeconds()),
        state.settings().watchers().most().toSeconds());
  }

  private static boolean tooBrief(State state, long seconds) {
    return seconds > 0 && seconds < state.settings().watchers().least().toSeconds();
  }

  private static SipResponse brief(State state, SipRequest request) {
    return Answers.of(state, request, 423)
        .header(
            HeaderName.MIN_EXPIRES, Long.toString(state.settings().watchers().least().toSeconds()))
        .build();
  }

  @Override
  public void changed(String device) {
    look(HintTopic.thing(device));
  }

  @Override
  public void changed(String mailbox, MessageCount now) {
    look(MailTopic.thing(mailbox));
  }

  /** Whether a peer is told of a mailbox because it asked. */
  public boolean tells(String peer, String mailbox) {
    return byThing.getOrDefault(MailTopic.thing(mailbox), Set.of()).stream()
        .anyMatch(one -> one.peer().equals(peer));
  }

  private void look(String thing) {
    Set<Subscription<?>> watching = byThing.get(thing);
    if (watching != null) {
      Thread.ofVirtual().name("sip-notify").start(() -> watching.forEach(Subscription::changed));
    }
  }

  /** Those who watch now. */
  public List<View> views() {
    Instant now = clock.instant();
    return all.values().stream()
        .map(
            s ->
                new View(
                    s.peer(),
                    s.dialog().id().callId(),
                    s.topic().number(),
                    s.lastTold(),
                    s.topic().type().substring("application/".length()),
                    s.topic().mailboxes(),
                    Math.max(0, Duration.between(now, s.expires()).toSeconds())))
        .toList();
  }

  /**
   * One of them as lists show it.
   *
   * @param number {@code --} for a mailbox
   * @param left seconds until it ends
   */
  public record View(
      String peer,
      String callId,
      String number,
      String told,
      String type,
      String mailboxes,
      long left) {}
}
