package org.ara.realtime.engine;

import java.time.Duration;
import java.util.function.Supplier;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a storage answers. While it is known not to, whoever has a copy of what he asks for need
 * not wait for it, and a virtual thread asks it until it answers again.
 */
final class Availability implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String place;
  private volatile @Nullable Outage outage;
  private volatile boolean closed;

  Availability(String place) {
    this.place = place;
  }

  /** Why the storage does not answer; null if it does, as far as is known. */
  @Nullable Outage outage() {
    return outage;
  }

  /**
   * Takes the storage to be away until it answers.
   *
   * @param question what it did not answer, to be asked again
   */
  synchronized void lost(Outage why, Supplier<Lookup<?>> question) {
    if (outage == null && !closed) {
      outage = why;
      LOG.warn("{}: away, copies are given where the family allows it: {}", place, why.message());
      Thread.ofVirtual().name("realtime-probe-" + place).start(() -> probe(question));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    outage = null;
  }

  private void probe(Supplier<Lookup<?>> question) {
    try {
      for (long began = System.nanoTime(); !closed; Thread.sleep(PAUSE)) {
        if (answers(question)) {
          back(Duration.ofNanos(System.nanoTime() - began));
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void back(Duration away) {
    outage = null;
    LOG.warn("{}: answers again after {} s", place, away.toMillis() / 1000.0);
  }

  private boolean answers(Supplier<Lookup<?>> question) {
    try {
      return !(question.get() instanceof Lookup.Unavailable<?>(Outage away)
          && away.kind() == Outage.Kind.UNREACHABLE);
    } catch (RuntimeException broken) {
      LOG.error("{}: the driver broke its contract", place, broken);
      return true;
    }
  }
}
