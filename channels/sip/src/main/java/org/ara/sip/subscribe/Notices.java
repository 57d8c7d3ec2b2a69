package org.ara.sip.subscribe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.ara.pbx.mailbox.MailboxListener;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.sip.answer.State;
import org.ara.sip.call.Addressees;
import org.ara.sip.call.Target;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.nudge.Nudges;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Mail;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.registrar.RegistrationListener;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.Timers;
import org.ara.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells phones of messages without their asking, be they sections or rows, kept or not: when they
 * register, and when the messages become more or fewer. Known by their registrations, one after the
 * other, and never more than two thousand a second.
 */
public final class Notices
    implements RegistrationListener, ContactListener, MailboxListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final long GAP_MICROS = 500;

  /** A phone learns that it is registered before it learns anything else. */
  private static final Duration ANSWERED_FIRST = Duration.ofMillis(200);

  private final Supplier<State> state;
  private final Mailboxes mailboxes;
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> byMailbox = new ConcurrentHashMap<>();
  private final SequencedSet<String> due = new LinkedHashSet<>();
  private volatile @Nullable Thread worker;
  private volatile @Nullable TransactionLayer layer;

  /**
   * What a phone was told last.
   *
   * @param contact where it was then
   * @param count null if it was not told yet
   */
  private record Told(List<String> mailboxes, String contact, @Nullable MessageCount count) {}

  /** Nobody is to be told anything yet. */
  public Notices(Supplier<State> state, Mailboxes mailboxes) {
    this.state = state;
    this.mailboxes = mailboxes;
  }

  /**
   * Begins to tell.
   *
   * @param asked whether a peer is told of a mailbox because it asked
   */
  public void start(
      TransactionLayer layer, Addressees addressees, BiPredicate<String, String> asked) {
    this.layer = layer;
    worker = Thread.ofVirtual().name("sip-mail").start(() -> run(layer, addressees, asked));
  }

  /** Peers with an address of their own need no registration. */
  public void configured(Collection<Peer> peers) {
    for (Peer peer : peers) {
      if (peer.whereabouts().known()) {
        registered(peer);
      } else {
        ended(peer.name());
      }
    }
  }

  @Override
  public void registered(Peer peer) {
    registered(peer.name(), peer.mail(), contact(peer));
  }

  private void registered(String name, Mail mail, String contact) {
    if (!mail.unasked()) {
      ended(name);
      return;
    }
    Told before = told.get(name);
    if (before == null
        || before.count() == null
        || !before.contact().equals(contact)
        || !before.mailboxes().equals(mail.mailboxes())) {
      take(name, mail, contact);
      TransactionLayer started = layer;
      if (started != null) {
        Timers.Timer unused = started.later(ANSWERED_FIRST, () -> add(name));
      }
    }
  }

  @Override
  public void found(Peer peer, int company) {
    found(peer.name(), peer.mail(), contact(peer));
  }

  private void found(String name, Mail mail, String contact) {
    if (mail.unasked() && !told.containsKey(name)) {
      take(name, mail, contact);
    }
  }

  @Override
  public void registered(Peer endpoint, Place place, boolean before) {
    String contact = place.contact().uri();
    registered(name(endpoint.name(), contact), endpoint.mail(), contact);
  }

  @Override
  public void found(Peer endpoint, Place place, int company) {
    String contact = place.contact().uri();
    found(name(endpoint.name(), contact), endpoint.mail(), contact);
  }

  @Override
  public void removed(Contact contact) {
    ended(name(contact.endpoint(), contact.uri()));
  }

  /** What one of an endpoint's contacts is called here, which is what it is dialled by. */
  private static String name(String endpoint, String uri) {
    return Endpoint.PREFIX + endpoint + '/' + uri;
  }

  @Override
  public void ended(String name) {
    Told before = told.remove(name);
    if (before != null) {
      leave(name, before.mailboxes());
    }
  }

  private void take(String peer, Mail mail, String contact) {
    List<String> boxes = mail.mailboxes();
    Told before = told.put(peer, new Told(boxes, contact, null));
    if (before != null && !before.mailboxes().equals(boxes)) {
      leave(peer, before.mailboxes());
    }
    boxes.forEach(
        box ->
            byMailbox.compute(
                box,
                (name, known) -> {
                  Set<String> all = known == null ? ConcurrentHashMap.newKeySet(1) : known;
                  all.add(peer);
                  return all;
                }));
  }

  private void leave(String name, List<String> boxes) {
    boxes.forEach(
        box ->
            byMailbox.computeIfPresent(
                box, (b, all) -> all.remove(name) && all.isEmpty() ? null : all));
  }

  private static String contact(Peer peer) {
    Registration registration = peer.whereabouts().registration();
    return registration == null ? peer.whereabouts().host() : registration.contact();
  }

  @Override
  public void changed(String mailbox, MessageCount now) {
    byMailbox.getOrDefault(mailbox, Set.of()).forEach(this::add);
  }

  /** What a peer was told last without asking; nothing where it was not told. */
  public MessageCount toldOf(String name) {
    Told last = told.get(name);
    MessageCount count = last == null ? null : last.count();
    return count == null ? MessageCount.NONE : count;
  }

  private void add(String name) {
    synchronized (due) {
      due.add(name);
      due.notifyAll();
    }
  }

  private String next() throws InterruptedException {
    synchronized (due) {
      while (due.isEmpty()) {
        due.wait();
      }
      return due.removeFirst();
    }
  }

  private void run(
      TransactionLayer layer, Addressees addressees, BiPredicate<String, String> asked) {
    try {
      while (true) {
        String name = next();
        try {
          tell(name, layer, addressees, asked);
        } catch (RuntimeException e) {
          LOG.error("peer '{}' cannot be told of its messages by a fault of ours", name, e);
        }
        TimeUnit.MICROSECONDS.sleep(GAP_MICROS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(
      String name,
      TransactionLayer layer,
      Addressees addressees,
      BiPredicate<String, String> asked) {
    Told before = told.get(name);
    if (before == null
        || before.mailboxes().stream().anyMatch(box -> asked.test(subscriber(name), box))) {
      return;
    }
    switch (addressees.of(name, state.get())) {
      case Target.Unreachable(var _, String why) ->
          LOG.debug("peer '{}' is not told of its messages: {}", name, why);
      case Target.Reachable there -> {
        MessageCount count = mailboxes.together(there.peer().mail().mailboxes());
        if (there.peer().mail().unasked() && !count.equals(before.count())) {
          told.computeIfPresent(
              name, (n, known) -> new Told(known.mailboxes(), known.contact(), count));
          layer.send(notice(there, count), there.hop(), new Ignored(name));
        }
      }
    }
  }

  /** The key of the peer that a name here belongs to. */
  private static String subscriber(String name) {
    int slash = name.startsWith(Endpoint.PREFIX) ? name.indexOf('/', Endpoint.PREFIX.length()) : -1;
    return slash < 0 ? name : name.substring(0, slash);
  }

  private SipRequest notice(Target.Reachable there, MessageCount count) {
    Mail mail = there.peer().mail();
    String body = MailTopic.body(mail, Subscriptions.account(mail, there.hop()), count);
    return Nudges.outside(state.get(), there, mail.extension())
        .header(HeaderName.EVENT, MailTopic.EVENT)
        .header(HeaderName.SUBSCRIPTION_STATE, "terminated")
        .body(MailTopic.TYPE, body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** Whatever a phone says to it; one that was not reached is told when it registers again. */
  private final class Ignored implements ResponseListener {

    private final String name;

    Ignored(String name) {
      this.name = name;
    }

    @Override
    public void finalResponse(SipResponse response) {
      LOG.debug("peer '{}' answers {} to what waits for it", name, response.status());
    }

    @Override
    public void timeout() {
      untold();
    }

    @Override
    public void transportError(String reason) {
      untold();
    }

    private void untold() {
      told.computeIfPresent(name, (n, known) -> new Told(known.mailboxes(), known.contact(), null));
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
