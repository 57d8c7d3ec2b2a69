package org.ara.manager.ami.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.manager.ami.account.Account;
import org.ara.manager.ami.account.Settings;
import org.ara.manager.ami.event.EventText;
import org.ara.manager.ami.wire.Client;
import org.ara.manager.ami.wire.Receiver;
import org.ara.manager.ami.wire.Reception;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions there are: lets connections in within the limits, hands events to all of them. */
public final class Sessions implements Reception, ManagerBoard.Watcher {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** How long sessions may take to tell their last events. */
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final Surroundings surroundings;
  private final Set<Session> all = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Object gone = new Object();
  private volatile boolean closed;

  /** None yet. */
  public Sessions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Optional<Receiver> admit(Client client) {
    Settings.Limits limits = surroundings.settings().get().limits();
    Optional<String> refusal =
        waiting() >= limits.unauthenticated()
            ? Optional.of("authlimit: " + limits.unauthenticated() + " have not logged in")
            : tooMany(client.remote().getAddress(), limits.perAddress());
    if (closed || refusal.isPresent()) {
      LOG.warn(
          "manager: a connection from {} is not taken: {}",
          client.remote().getAddress().getHostAddress(),
          refusal.orElse("the manager interface ends"));
      return Optional.empty();
    }
    Session session = new Session(numbers.incrementAndGet(), client, surroundings, this);
    all.add(session);
    session.start();
    return Optional.of(session);
  }

  private Optional<String> tooMany(InetAddress address, int most) {
    if (most == 0 || ofAddress(address) < most) {
      return Optional.empty();
    }
    return Optional.of("addresslimit: it has " + most + " connections already");
  }

  private long ofAddress(InetAddress address) {
    return all.stream().filter(s -> s.client().remote().getAddress().equals(address)).count();
  }

  private long waiting() {
    return all.stream().filter(session -> session.login().isEmpty()).count();
  }

  @Override
  public boolean wants(Permissions classes) {
    for (Session session : all) {
      if (session.wants(classes)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void happened(ManagerEvent event) {
    boolean dated = surroundings.settings().get().events().timestamps();
    EventText text =
        EventText.of(
            event,
            surroundings.facts().systemName(),
            dated ? Optional.of(Instant.now()) : Optional.empty());
    for (Session session : all) {
      if (session.wants(event.classes())) {
        session.tell(text);
      }
    }
  }

  /** Whether an account has a session. */
  boolean has(String account) {
    return all.stream()
        .flatMap(session -> session.account().stream())
        .anyMatch(a -> a.name().equalsIgnoreCase(account));
  }

  void loggedIn(Session session) {
    Account account = session.account().orElseThrow();
    if (account.displayConnects()) {
      LOG.info("Manager '{}' logged on from {}", account.name(), host(session));
    }
  }

  void ended(Session session) {
    all.remove(session);
    synchronized (gone) {
      gone.notifyAll();
    }
    Optional<Account> account = session.account();
    String why = session.endReason();
    if (!why.isEmpty()) {
      LOG.warn(
          "Manager {} from {} is disconnected: {}",
          account.map(a -> "'" + a.name() + "'").orElse("connection"),
          host(session),
          why);
    } else if (account.isPresent() && account.get().displayConnects()) {
      LOG.info("Manager '{}' logged off from {}", account.get().name(), host(session));
    }
  }

  private static String host(Session session) {
    return session.client().remote().getAddress().getHostAddress();
  }

  /** Those that have logged in, the oldest first. */
  public List<Session> loggedIn() {
    return all.stream()
        .filter(session -> session.login().isPresent())
        .sorted(Comparator.comparingInt(Session::number))
        .toList();
  }

  /** Every connection, logged in or not. */
  public Collection<Session> all() {
    return List.copyOf(all);
  }

  /** Ends all of them, once they have told the events that wait, and takes no more. */
  public void close() {
    closed = true;
    all().forEach(Session::finish);
    try {
      boolean unused = awaitEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all().forEach(Session::cut);
  }

  private boolean awaitEmpty() throws InterruptedException {
    long end = System.nanoTime() + PARTING.toNanos();
    synchronized (gone) {
      long left = PARTING.toMillis();
      while (!all.isEmpty() && left > 0) {
        gone.wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
    return all.isEmpty();
  }
}
