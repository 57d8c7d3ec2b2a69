package org.ara.sip.provider;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.ara.module.manager.ManagerBoard;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.route.Router;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrations of this server at providers. A reload leaves those alone that are still wanted
 * as they are, takes back those that are not, and gives those another chance that were given up.
 */
public final class ProviderRegistrations implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistrations.class);

  /** How long others wait for registrations that are taken back. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

  private final Surroundings here;
  private final Map<Account, ProviderRegistration> all = new LinkedHashMap<>();
  private volatile SipSettings settings;
  private @Nullable Thread worker;
  private boolean closed;

  /**
   * No registrations.
   *
   * @param lines told which calls come from providers
   * @param settings in force
   * @param random for cnonces and pauses
   */
  public ProviderRegistrations(
      TransactionLayer layer,
      Router router,
      ProviderLines lines,
      SipSettings settings,
      ManagerBoard board,
      InstantSource clock,
      RandomGenerator random) {
    this.settings = settings;
    this.here =
        new Surroundings(
            layer, router, () -> this.settings, lines, new RegistryEvents(board), clock, random);
  }

  /** Registers as a configuration wants; returns at once. */
  public synchronized void configured(SipSettings wanted, PeerDirectory peers) {
    settings = wanted;
    Thread before = worker;
    if (before != null) {
      before.interrupt();
    }
    if (!closed) {
      worker =
          Thread.ofVirtual()
              .name("sip-providers")
              .start(() -> follow(before, new Accounts(wanted, peers)));
    }
  }

  /** What there is, in the order of the configuration. */
  public synchronized List<RegistrationView> views() {
    return all.values().stream().map(ProviderRegistration::view).toList();
  }

  private void follow(@Nullable Thread before, Accounts accounts) {
    try {
      if (before != null) {
        before.join();
      }
      boolean known = false;
      boolean first = true;
      while (!known) {
        Set<Account> wanted = new LinkedHashSet<>(accounts.configured());
        known =
            switch (accounts.stored()) {
              case Lookup.Found<List<Account>>(List<Account> rows) -> {
                wanted.addAll(rows);
                yield true;
              }
              case Lookup.Absent<List<Account>> _ -> true;
              case Lookup.Unavailable<List<Account>>(Outage outage) -> {
                wanted.addAll(rows());
                if (first) {
                  LOG.warn("registrations of rows stay as they are: {}", outage.message());
                }
                yield false;
              }
            };
        if (known || first) {
          use(wanted);
        }
        first = false;
        if (!known) {
          Thread.sleep(OUTAGE_PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("registrations at providers stay as they are, by a fault of ours", e);
    }
  }

  private synchronized List<Account> rows() {
    return all.keySet().stream().filter(Account::stored).toList();
  }

  private void use(Set<Account> wanted) throws InterruptedException {
    await(withdraw(wanted));
    synchronized (this) {
      if (closed) {
        return;
      }
      Map<Account, ProviderRegistration> ordered = new LinkedHashMap<>();
      List<ProviderRegistration> begun = new ArrayList<>();
      for (Account account : wanted) {
        ProviderRegistration known = all.get(account);
        ProviderRegistration now = known == null ? new ProviderRegistration(account, here) : known;
        ordered.put(account, now);
        if (known == null || known.isGivenUp()) {
          begun.add(now);
        }
      }
      all.clear();
      all.putAll(ordered);
      Pauses pauses = new Pauses(here.random());
      begun.forEach(one -> one.begin(pauses.start(begun.size())));
    }
  }

  /** Takes those back that are not wanted any more. */
  private synchronized List<CompletableFuture<Void>> withdraw(Set<Account> wanted) {
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    all.entrySet()
        .removeIf(
            entry -> {
              boolean gone = !wanted.contains(entry.getKey());
              if (gone) {
                ends.add(entry.getValue().end());
              }
              return gone;
            });
    return ends;
  }

  /** The same address must not be taken back after it was registered anew. */
  private static void await(List<CompletableFuture<Void>> ends) throws InterruptedException {
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
          .get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.info("Not every provider answered that a registration is taken back");
    }
  }

  /** Takes all registrations back; waits a little for the answers. */
  @Override
  public void close() {
    Thread following;
    synchronized (this) {
      closed = true;
      following = worker;
    }
    if (following != null) {
      following.interrupt();
    }
    try {
      await(withdraw(Set.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
