package org.ara.realtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Shortfalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What modules expect of the tables of families, each asked for in the background as soon as its
 * storage answers.
 */
final class Expectations implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Expectations.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A table that is missing is made by somebody, some day. */
  private static final Duration LONGEST_REFUSED = Duration.ofSeconds(30);

  private final Realtime realtime;
  private final ConcurrentMap<String, Thread> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Expectations(Realtime realtime) {
    this.realtime = realtime;
  }

  /** Takes the place of what was expected of the family before. */
  void add(String family, List<Requirement> requirements) {
    String name = family.toLowerCase(Locale.ROOT);
    Thread thread =
        Thread.ofVirtual()
            .name("realtime-expects-" + name)
            .unstarted(() -> ask(name, requirements));
    waiting.put(name, thread);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    waiting.values().forEach(Thread::interrupt);
  }

  private void ask(String family, List<Requirement> requirements) {
    boolean complained = false;
    try {
      for (Duration pause = FIRST_PAUSE; isWanted(family); ) {
        if (!(realtime.require(family, requirements)
            instanceof Lookup.Unavailable<Shortfalls>(Outage outage))) {
          waiting.remove(family, Thread.currentThread());
          return;
        }
        boolean refused = outage.kind() == Outage.Kind.REFUSED;
        if (refused && !complained) {
          complained = true;
          LOG.warn(
              "{}: what its table has to hold cannot be looked at: {}", family, outage.message());
        }
        Thread.sleep(pause);
        pause = longer(pause, refused ? LONGEST_REFUSED : LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWanted(String family) {
    return !closed && waiting.get(family) == Thread.currentThread();
  }

  private static Duration longer(Duration pause, Duration longest) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
