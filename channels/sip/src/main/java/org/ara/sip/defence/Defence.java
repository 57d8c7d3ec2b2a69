package org.ara.sip.defence;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Decides what becomes of requests that prove nothing yet, by where they come from. Who sends many
 * is asked for a password at once, which costs neither memory nor a database; who guesses passwords
 * is told to come later. Safe for any number of threads; its memory is bounded.
 */
public final class Defence {

  private static final int SOURCES = 1 << 14;
  private static final int NAMES = 1 << 17;
  private static final long KNOWN_FOR = TimeUnit.MINUTES.toNanos(10);

  /** Many phones behind one address come at once when their power does. */
  private static final int TRUSTED_FACTOR = 10;

  /** Addresses can be forged, so all strangers together have a limit too. */
  private static final int TOGETHER_FACTOR = 20;

  private static final double EVENTS_A_SECOND = 0.2;
  private static final int EVENTS_AT_ONCE = 10;
  private static final double MINUTE = 60;

  private final DefenceLimits limits;
  private final LongSupplier nanos;
  private final Sources sources;
  private final ProvenNames proven;
  private final Bucket together;

  /**
   * Knows nobody yet.
   *
   * @param nanos the time, as of {@link System#nanoTime}
   */
  public Defence(DefenceLimits limits, LongSupplier nanos) {
    this(limits, nanos, new SecureRandom());
  }

  private Defence(DefenceLimits limits, LongSupplier nanos, RandomGenerator random) {
    this(limits, nanos, new Sources(SOURCES, random), new ProvenNames(NAMES, random), new Bucket());
  }

  private Defence(
      DefenceLimits limits,
      LongSupplier nanos,
      Sources sources,
      ProvenNames proven,
      Bucket together) {
    this.limits = limits;
    this.nanos = nanos;
    this.sources = sources;
    this.proven = proven;
    this.together = together;
  }

  /** The same knowledge with other limits. */
  public Defence with(DefenceLimits others) {
    return new Defence(others, nanos, sources, proven, together);
  }

  /** Whether a request without a usable proof may be looked up; else it is asked for a password. */
  public boolean mayAsk(InetAddress source) {
    int rate = limits.unproven();
    if (rate == 0) {
      return true;
    }
    long now = nanos.getAsLong();
    return sources.with(
        source,
        now,
        known -> {
          if (known.isExempt()) {
            return true;
          }
          int own = known.isTrusted() ? rate * TRUSTED_FACTOR : rate;
          return known.unproven.take(own, 2.0 * own, now)
              && (known.isTrusted() || takeTogether(rate * TOGETHER_FACTOR, now));
        });
  }

  private boolean takeTogether(int rate, long now) {
    synchronized (together) {
      return together.take(rate, 2.0 * rate, now);
    }
  }

  /**
   * Whether a request with a proof may be judged; else it is to come later.
   *
   * @param name who it says it is
   */
  public boolean mayTry(InetAddress source, String name) {
    int most = limits.failures();
    if (most == 0) {
      return true;
    }
    long now = nanos.getAsLong();
    return sources.with(source, now, known -> known.failures.has(most / MINUTE, most, now))
        || proven.contains(source, name);
  }

  /** Somebody proved a password. */
  public void proved(InetAddress source, String name) {
    long now = nanos.getAsLong();
    proven.add(source, name);
    sources.with(
        source,
        now,
        known -> {
          known.trust(now + KNOWN_FOR);
          return known;
        });
  }

  /** A peer called from where it is configured to be, and needs no password. */
  public void expected(InetAddress source) {
    long now = nanos.getAsLong();
    sources.with(
        source,
        now,
        known -> {
          known.exempt(now + KNOWN_FOR);
          return known;
        });
  }

  /** Somebody gave a wrong password. */
  public void failed(InetAddress source, String name) {
    int most = limits.failures();
    long now = nanos.getAsLong();
    proven.remove(source, name);
    sources.with(source, now, known -> most == 0 || known.failures.take(most / MINUTE, most, now));
  }

  /** Whether one more event about an address may be told. */
  boolean mayTell(InetAddress source) {
    long now = nanos.getAsLong();
    return sources.with(
        source, now, known -> known.events.take(EVENTS_A_SECOND, EVENTS_AT_ONCE, now));
  }
}
