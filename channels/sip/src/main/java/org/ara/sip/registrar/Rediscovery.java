package org.ara.sip.registrar;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the registrations again that an earlier run of this server took and that still hold, so
 * that their phones are asked, kept reachable and given their extensions without a new REGISTER.
 */
public final class Rediscovery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rediscovery.class);

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
      long longest = state.get().settings().maxExpiry().toSeconds();
      int found =
          EndSlots.walk(
              clock.instant().getEpochSecond(), longest, (from, to) -> take(server, from, to));
      if (found > 0) {
        LOG.info("{} registrations of an earlier run hold", found);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("registrations of an earlier run cannot be found again", e);
    }
  }

  private Lookup<Integer> take(String server, long from, long to) {
    return state
        .get()
        .peers()
        .registeredAt(server, from, to)
        .map(
            peers -> {
              peers.forEach(peer -> listener.found(peer, peers.size()));
              return peers.size();
            });
  }

  @Override
  public void close() {
    Thread running = worker;
    if (running != null) {
      running.interrupt();
    }
  }
}
