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
    try {
      for (Duration pause = FIRST_PAUSE; isWanted(family); pause = longer(pause)) {
        if (isAnswered(family, realtime.require(family, requirements))) {
          waiting.remove(family, Thread.currentThread());
          return;
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWanted(String family) {
    return !closed && waiting.get(family) == Thread.currentThread();
  }

  private static boolean isAnswered(String family, Lookup<Shortfalls> answer) {
    if (!(answer instanceof Lookup.Unavailable<Shortfalls>(Outage outage))) {
      return true;
    }
    return switch (outage.kind()) {
      case REFUSED -> {
        LOG.warn(
            "{}: what its table has to hold cannot be looked at: {}", family, outage.message());
        yield true;
      }
      case UNREACHABLE, OVERLOADED, UNMAPPED -> false;
    };
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
