package org.ara.sip.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.ara.sip.message.SipUri;
import org.ara.sip.route.Route;
import org.ara.sip.settings.Registering;
import org.ara.sip.transaction.Timers;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one registration at a provider: made, renewed in good time, tried again with growing
 * pauses when it fails, taken back at the end. Safe for use by several threads.
 */
final class ProviderRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistration.class);

  private final Account account;
  private final Surroundings here;
  private final Identity identity = Identity.fresh();
  private RegistryState state = RegistryState.UNREGISTERED;
  private @Nullable Instant since;
  private @Nullable Instant until;
  private int refresh;
  private int failures;
  private int turn;
  private final Set<Hop> tried = new HashSet<>();
  private String complaint = "";
  private @Nullable Hop good;
  private @Nullable Proof proof;
  private @Nullable Try running;
  private Timers.Timer pending = Timers.Timer.NONE;
  private boolean ended;

  ProviderRegistration(Account account, Surroundings here) {
    this.account = account;
    this.here = here;
    this.refresh = account.expiry();
  }

  /** Begins, after a pause; one that was given up gets another chance. */
  synchronized void begin(Duration pause) {
    failures = 0;
    later(pause);
  }

  /** Whether nothing will be tried any more unless somebody asks for it. */
  synchronized boolean isGivenUp() {
    return !ended
        && (state == RegistryState.FAILED
            || (state == RegistryState.REJECTED && pending == Timers.Timer.NONE));
  }

  private void later(Duration pause) {
    if (!ended) {
      int mine = ++turn;
      pending.cancel();
      pending = here.layer().later(pause, () -> look(mine));
    }
  }

  /** Looks for the way there, which may take as long as name servers do. */
  private void look(int mine) {
    Route route;
    try {
      route =
          account.path().isDirect()
              ? here.router().to(account.registrar(), account.allowed())
              : here.router().along(account.path(), account.allowed());
    } catch (RuntimeException e) {
      LOG.error("registration of {} failed by a fault of ours", account, e);
      route = new Route.Closed("a fault of this server");
    }
    synchronized (this) {
      if (mine == turn && !ended) {
        switch (route) {
          case Route.Open(List<Hop> hops) -> ask(mine, preferred(hops));
          case Route.Closed(String why) -> failed(RegistryState.TIMEOUT, why, 0);
        }
      }
    }
  }

  /** Where it worked before comes first. */
  private List<Hop> preferred(List<Hop> hops) {
    Hop before = good;
    List<Hop> order = new ArrayList<>(hops);
    if (before != null && order.remove(before)) {
      order.addFirst(before);
    }
    return order;
  }

  private void ask(int mine, List<Hop> hops) {
    if (state != RegistryState.REGISTERED) {
      state = RegistryState.REQUEST_SENT;
    }
    List<Hop> untried = hops.stream().filter(hop -> !tried.contains(hop)).toList();
    List<Hop> left = untried.isEmpty() ? hops : untried;
    Hop there = left.getFirst();
    boolean last = left.size() == 1 || untried.isEmpty();
    Try attempt =
        new Try(
            here,
            account,
            identity,
            there,
            account.expiry(),
            proof,
            () -> proving(mine),
            outcome -> came(mine, outcome, there, last));
    running = attempt;
    attempt.begin(terms().timeout());
  }

  private synchronized void proving(int mine) {
    if (mine == turn && state == RegistryState.REQUEST_SENT) {
      state = RegistryState.AUTH_SENT;
    }
  }

  private synchronized void came(int mine, Outcome outcome, Hop hop, boolean last) {
    if (mine != turn || ended) {
      return;
    }
    running = null;
    switch (outcome) {
      case Outcome.Accepted(long seconds, Proof shown) -> registered(hop, seconds, shown);
      case Outcome.Unanswered(String _) when !last -> elsewhere(hop);
      case Outcome.Refused(int status, String _, long _) when status == 503 && !last ->
          elsewhere(hop);
      case Outcome.Unanswered(String why) -> failed(RegistryState.TIMEOUT, why, 0);
      case Outcome.Unproven(String why) -> failed(RegistryState.NO_AUTHENTICATION, why, 0);
      case Outcome.Refused(int status, String reason, long retryAfter) -> {
        String why = status + " " + reason;
        if (status == 403 && !terms().retryForbidden()) {
          stopped(RegistryState.REJECTED, why, "set register_retry_403=yes to try again");
        } else {
          failed(RegistryState.REJECTED, why, retryAfter);
        }
      }
    }
  }

  private void elsewhere(Hop failed) {
    LOG.info("{} does not register {}; its next address is tried", failed, account);
    tried.add(failed);
    here.router().failed(failed);
    later(Duration.ZERO);
  }

  private void registered(Hop hop, long seconds, @Nullable Proof shown) {
    boolean renewed = state == RegistryState.REGISTERED;
    Instant now = here.clock().instant();
    Duration pause = new Pauses(here.random()).renewal(seconds);
    good = hop;
    tried.clear();
    here.router().answered(hop);
    failures = 0;
    complaint = "";
    proof = shown;
    since = now;
    until = now.plusSeconds(seconds);
    refresh = (int) Math.max(1, pause.toSeconds());
    state = RegistryState.REGISTERED;
    here.lines().open(identity.mark(), account.peer(), hop.remote().getAddress());
    if (!renewed) {
      LOG.info("Registered as {} at {} for {} seconds", account, hop, seconds);
      here.events().changed(account, state, "");
    }
    later(pause);
  }

  private void failed(RegistryState now, String why, long retryAfter) {
    tried.clear();
    proof = null;
    failures++;
    int most = terms().attempts();
    if (most > 0 && failures >= most) {
      stopped(RegistryState.FAILED, why, "registerattempts=" + most + " ends it");
      return;
    }
    Duration pause = new Pauses(here.random()).failure(failures, terms().timeout(), retryAfter);
    tell(now, why, "next try in " + pause.toSeconds() + " seconds");
    later(pause);
  }

  private void stopped(RegistryState now, String why, String rest) {
    turn++;
    pending.cancel();
    pending = Timers.Timer.NONE;
    tell(now, why, "no further try before a reload; " + rest);
  }

  /** Says the same once. */
  private void tell(RegistryState now, String why, String rest) {
    state = now;
    String said = now + why;
    if (said.equals(complaint)) {
      LOG.debug("registration of {} at {}: {}; {}", account, account.registrar(), why, rest);
      return;
    }
    complaint = said;
    LOG.warn("registration of {} at {}: {}; {}", account, account.registrar(), why, rest);
    here.events().changed(account, now, why);
  }

  /** Takes it back; completes when that is answered or given up. */
  synchronized CompletableFuture<Void> end() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    ended = true;
    turn++;
    pending.cancel();
    Try unfinished = running;
    if (unfinished != null) {
      unfinished.abandon();
    }
    here.lines().close(identity.mark());
    Instant limit = until;
    Hop hop = unfinished == null ? good : unfinished.hop();
    boolean there = limit != null && limit.isAfter(here.clock().instant());
    if (hop == null || (unfinished == null && !there)) {
      done.complete(null);
      return done;
    }
    state = RegistryState.UNREGISTERED;
    here.events().changed(account, state, "");
    new Try(here, account, identity, hop, 0, proof, () -> {}, outcome -> done.complete(null))
        .begin(terms().timeout());
    return done;
  }

  private Registering terms() {
    return here.settings().get().registering();
  }

  synchronized RegistrationView view() {
    SipUri registrar = account.registrar();
    return new RegistrationView(
        registrar.host(),
        registrar.portOrDefault(),
        account.user(),
        account.domain(),
        account.domainPort() == 0 ? 5060 : account.domainPort(),
        refresh,
        state,
        since);
  }
}
