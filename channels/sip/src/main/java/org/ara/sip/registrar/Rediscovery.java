package org.ara.sip.registrar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the registrations again that an earlier run of this server took and that still hold, so
 * that their phones are asked, kept reachable and given their extensions without a new REGISTER.
 * They are read by the time at which they end, a few thousand at a time and with pauses, so that
 * neither memory nor the database feels it.
 */
public final class Rediscovery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rediscovery.class);

  private static final int MANY = 4_000;
  private static final int FEW = 1_000;
  private static final long FIRST_SLOT = 64;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

  /** Later than any end of a registration. */
  private static final long FOR_EVER = Long.MAX_VALUE;

  private final Supplier<State> state;
  private final RegistrationListener listener;
  private final InstantSource clock;
  private volatile @Nullable Thread worker;

  /** A search that has not begun. */
  public Rediscovery(Supplier<State> state, RegistrationListener listener, InstantSource clock) {
    this.state = state;
    this.listener = listener;
    this.clock = clock;
  }

  /** Begins; there is nothing to find where rows do not say which server wrote them. */
  public void start() {
    String server = state.get().settings().regServer();
    if (!server.isEmpty() && state.get().peers().hasRealtime()) {
      worker = Thread.ofVirtual().name("sip-rediscovery").start(() -> run(server));
    }
  }

  private void run(String server) {
    try {
      long from = clock.instant().getEpochSecond();
      long horizon = from + state.get().settings().maxExpiry().toSeconds() + 1;
      long width = FIRST_SLOT;
      int found = 0;
      while (from < FOR_EVER) {
        long to = from < horizon ? Math.min(from + width, horizon) : FOR_EVER;
        int here = slot(server, from, to);
        found += here;
        width = here > MANY ? Math.max(1, width / 2) : here < FEW ? width * 2 : width;
        from = to;
      }
      if (found > 0) {
        LOG.info("{} registrations of an earlier run hold", found);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("registrations of an earlier run cannot be found again", e);
    }
  }

  /** How many end within that time. */
  private int slot(String server, long from, long to) throws InterruptedException {
    while (true) {
      switch (state.get().peers().registeredAt(server, from, to)) {
        case Lookup.Found<List<Peer>>(List<Peer> peers) -> {
          peers.forEach(peer -> listener.found(peer, peers.size()));
          Thread.sleep(PAUSE);
          return peers.size();
        }
        case Lookup.Absent<List<Peer>> _ -> {
          return 0;
        }
        case Lookup.Unavailable<List<Peer>>(Outage outage) -> {
          LOG.debug("registrations of an earlier run must wait: {}", outage.message());
          Thread.sleep(OUTAGE_PAUSE);
        }
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
