package org.ara.pbx;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.ara.module.CoreOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for new calls: closed while the server starts and before it stops, and full above the
 * limits of {@code asterisk.conf}. Calls that were let in go on whatever becomes of it. Safe for
 * any number of threads.
 */
public final class Admission {

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final CoreOptions limits;
  private final DoubleSupplier load;
  private @Nullable String closed;
  private int entering;
  private int calls;
  private boolean complained;

  /**
   * An open door.
   *
   * @param limits how many calls there may be, and up to which load more are taken
   * @param load the system's load average of the last minute; negative where nobody knows it
   */
  public Admission(CoreOptions limits, DoubleSupplier load) {
    this.limits = limits;
    this.load = load;
  }

  /** An open door for as many calls as come. */
  public static Admission unlimited() {
    return new Admission(CoreOptions.DEFAULTS, () -> -1);
  }

  /**
   * Somebody at the door, from before a number is looked up until the call runs. Whoever waits in
   * {@link #awaitNobodyEntering} waits for its end.
   */
  public final class Entry implements AutoCloseable {

    private final Optional<String> refusal;

    private Entry(Optional<String> refusal) {
      this.refusal = refusal;
    }

    /** Why the call is not taken; empty if it is. */
    public Optional<String> refusal() {
      return refusal;
    }

    @Override
    public void close() {
      left();
    }
  }

  /** A new call is at the door; drivers ask before they look a number up. */
  public synchronized Entry enter() {
    entering++;
    return new Entry(refused());
  }

  private synchronized void left() {
    entering--;
    notifyAll();
  }

  /** Takes no new calls from now on, because of that. */
  public synchronized void close(String why) {
    closed = why;
  }

  /** Takes new calls again. */
  public synchronized void open() {
    closed = null;
    complained = false;
  }

  /** How many calls there are: channels that run the dialplan, or what they were started for. */
  public synchronized int calls() {
    return calls;
  }

  /** The most calls there may be; 0 is no limit. */
  public int maximum() {
    return limits.maxCalls();
  }

  /** The load average from which no new call is taken; 0 is no limit. */
  public double maximumLoad() {
    return limits.maxLoad();
  }

  /**
   * Waits until no call is being let in.
   *
   * @return false if that takes longer
   */
  public synchronized boolean awaitNobodyEntering(Deadline deadline) throws InterruptedException {
    while (entering > 0) {
      long left = deadline.remaining();
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  /**
   * Counts a call that begins.
   *
   * @param anew whether it comes in just now, so that it can be refused still
   * @return false if it is
   */
  synchronized boolean begin(boolean anew) {
    if (anew && refused().isPresent()) {
      return false;
    }
    calls++;
    return true;
  }

  /** Counts a call that is over. */
  synchronized void end() {
    calls--;
  }

  private Optional<String> refused() {
    String why = why();
    if (why == null) {
      complained = false;
    } else if (!complained) {
      complained = true;
      LOG.warn("New calls are refused: {}", why);
    }
    return Optional.ofNullable(why);
  }

  private @Nullable String why() {
    if (closed != null) {
      return closed;
    }
    if (limits.maxCalls() > 0 && calls >= limits.maxCalls()) {
      return "there are %d calls, as many as maxcalls allows".formatted(calls);
    }
    if (limits.maxLoad() > 0) {
      double now = load.getAsDouble();
      if (now >= limits.maxLoad()) {
        return String.format(
            Locale.ROOT,
            "the load average is %.2f, above the maxload of %s",
            now,
            limits.maxLoad());
      }
    }
    return null;
  }
}
