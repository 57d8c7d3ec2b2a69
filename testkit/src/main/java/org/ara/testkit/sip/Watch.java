package org.ara.testkit.sip;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a test wait until something that a phone sees has come true, and no longer than it must. */
final class Watch {

  private final String who;
  private final Trace trace;
  private final Duration patience;
  private long changes;

  Watch(String who, Trace trace, Duration patience) {
    this.who = who;
    this.trace = trace;
    this.patience = patience;
  }

  /** Something happened: whoever waits looks again. */
  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /**
   * Waits until the probe yields something.
   *
   * @param what completes the sentence "alice waited for ..."; asked when that failed
   * @throws PhoneException after the phone's patience, or at once if the phone was sent what it
   *     must not be sent; the message carries the trace
   */
  <T> T await(Supplier<String> what, Supplier<@Nullable T> probe) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long seen = changes();
      T result = probe.get();
      if (result != null) {
        return result;
      }
      if (!trace.violations().isEmpty()) {
        throw failure("waited for " + what.get() + " and was sent " + trace.violations());
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw failure("waited " + patience.toSeconds() + " s in vain for " + what.get());
      }
      pause(seen, Math.min(left / 1_000_000 + 1, 50));
    }
  }

  /** As {@link #await} for a condition. */
  void until(Supplier<String> what, Supplier<Boolean> condition) {
    await(what, () -> condition.get() ? Boolean.TRUE : null);
  }

  PhoneException failure(String sentence) {
    return new PhoneException(who + " " + sentence + "\n\n" + trace);
  }

  private synchronized long changes() {
    return changes;
  }

  private synchronized void pause(long seen, long millis) {
    if (changes == seen) {
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure("was interrupted");
      }
    }
  }
}
