package org.ara.manager.ami.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.manager.ami.event.EventFilter;
import org.ara.manager.ami.event.EventText;
import org.ara.manager.ami.wire.Client;
import org.ara.manager.ami.wire.Inbound;
import org.ara.manager.ami.wire.Receiver;
import org.ara.module.manager.Permissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from its first to its last byte, on a virtual thread of its own: one action after
 * the other, events in between.
 */
public final class Session implements Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Messages that may wait before no more bytes are taken in, and when they are again. */
  private static final int MANY_MESSAGES = 16;

  private static final int FEW_MESSAGES = 4;

  private final int number;
  private final Client client;
  private final Surroundings surroundings;
  private final Sessions sessions;
  private final Instant started = Instant.now();
  private final Mailbox mailbox = new Mailbox();
  private final List<EventFilter> filters = new CopyOnWriteArrayList<>();
  private final Output out;
  private volatile @Nullable Login login;
  private volatile String endReason = "";

  Session(int number, Client client, Surroundings surroundings, Sessions sessions) {
    this.number = number;
    this.client = client;
    this.surroundings = surroundings;
    this.sessions = sessions;
    this.out = new Output(client, mailbox, surroundings.settings().get().defaults().writeTimeout());
  }

  void start() {
    Thread unused = Thread.ofVirtual().name("manager-session-" + number).start(this::run);
  }

  // On the event loop.

  @Override
  public void received(Inbound message) {
    if (mailbox.put(message) >= MANY_MESSAGES) {
      client.read(false);
    }
  }

  @Override
  public void writabilityChanged() {
    mailbox.nudge();
  }

  @Override
  public void closed() {
    mailbox.close();
  }

  // Wherever things happen.

  /** Whether events of these classes are of interest to it. */
  boolean wants(Permissions classes) {
    Login now = login;
    return now != null && now.told().hasAllOf(classes);
  }

  /** Has it told an event. */
  void tell(EventText event) {
    if (!mailbox.put(event)) {
      end("it does not read its events: %d wait".formatted(Mailbox.MOST_EVENTS));
    }
  }

  /** Ends it. */
  void end(String why) {
    endReason = why;
    mailbox.close();
    client.close();
  }

  /** Ends it in good order: the events that wait are still told. */
  void finish() {
    mailbox.finish();
  }

  /** Ends it at once. */
  void cut() {
    mailbox.close();
    client.close();
  }

  // On its own thread.

  private void run() {
    try {
      out.add("Asterisk Call Manager/" + ProtocolVersion.NUMBER + "\r\n");
      out.flush();
      SessionActions actions = new SessionActions(this, surroundings, sessions, out);
      boolean more = true;
      while (more) {
        more = step(actions);
        out.flush();
      }
    } catch (SlowClientException e) {
      endReason = endReason.isEmpty() ? String.valueOf(e.getMessage()) : endReason;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("manager: a session ended with an error of the program", e);
    } finally {
      mailbox.close();
      client.close();
      sessions.ended(this);
    }
  }

  private boolean step(SessionActions actions) throws SlowClientException, InterruptedException {
    return switch (mailbox.await(!actions.holdsEventsBack(), timeToLogIn())) {
      case MESSAGE -> {
        Inbound message = mailbox.message();
        if (message != null && mailbox.waiting() <= FEW_MESSAGES) {
          client.read(true);
        }
        yield message == null || actions.perform(message);
      }
      case EVENT -> {
        flushEvents();
        yield true;
      }
      case NOTHING -> {
        endReason = "it did not log in";
        yield false;
      }
      case CLOSED -> false;
    };
  }

  /** Writes the events that wait and pass the filters. */
  void flushEvents() throws SlowClientException {
    for (EventText event = mailbox.event(); event != null; event = mailbox.event()) {
      if (!isDisabled(event) && EventFilter.pass(filters, event.event(), event.text())) {
        out.add(event.text());
      }
    }
  }

  private boolean isDisabled(EventText event) {
    return surroundings
        .settings()
        .get()
        .events()
        .disabled()
        .contains(event.event().name().toLowerCase(Locale.ROOT));
  }

  private long timeToLogIn() {
    if (login != null) {
      return -1;
    }
    Duration since = Duration.between(started, Instant.now());
    return Math.max(0, surroundings.settings().get().limits().authTimeout().minus(since).toNanos());
  }

  /** Waits for an event or the next message; false if neither came in that time. */
  boolean awaitEvent(long nanos) throws InterruptedException {
    return mailbox.await(true, nanos) != Mailbox.Found.NOTHING;
  }

  void loggedIn(Login now) {
    filters.addAll(now.account().filters());
    out.patience(now.account().writeTimeout());
    login = now;
    sessions.loggedIn(this);
  }

  void wanting(Permissions mask) {
    Login now = login;
    if (now != null) {
      login = now.wanting(mask);
    }
  }

  void filter(EventFilter filter) {
    filters.add(filter);
  }

  Optional<Login> login() {
    return Optional.ofNullable(login);
  }

  /** Its number, counted from 1 since the start. */
  public int number() {
    return number;
  }

  /** How many events wait for its client. */
  public int waitingEvents() {
    return mailbox.waitingEvents();
  }

  /** Where its client is. */
  public Client client() {
    return client;
  }

  /** When it began. */
  public Instant started() {
    return started;
  }

  /** The account that logged in; empty before that. */
  public Optional<org.ara.manager.ami.account.Account> account() {
    return login().map(Login::account);
  }

  /** Why it ended; empty if there is nothing to say about it. */
  String endReason() {
    return endReason;
  }
}
