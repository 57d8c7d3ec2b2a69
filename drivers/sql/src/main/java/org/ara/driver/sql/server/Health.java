package org.ara.driver.sql.server;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Place;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server is there. While it is known to be away every operation fails at once, and a
 * virtual thread tries to connect, ever more slowly up to once a second, until it is back.
 */
public final class Health implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(50);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(1);

  private final Place place;
  private final ServerConnector connector;
  private final ReentrantLock probing = new ReentrantLock();
  private final Condition back = probing.newCondition();
  private volatile @Nullable Outage outage;
  private volatile @Nullable Instant upSince;
  private volatile long confirmedAt;
  private volatile boolean closed;
  private @Nullable Instant downSince;

  Health(Place place, ServerConnector connector) {
    this.place = place;
    this.connector = connector;
  }

  /** Returns at once where the server is there, or has not been seen away. */
  public void requireUp() throws DatabaseException {
    Outage known = outage;
    if (known != null) {
      throw new DatabaseException(Fault.LOST, known);
    }
    if (upSince == null) {
      confirm();
    }
  }

  /** When the connection was made that is thought to hold; empty while the server is away. */
  public Optional<Instant> upSince() {
    return Optional.ofNullable(upSince);
  }

  /**
   * Connects, to see whether the server is there; those who ask meanwhile share the answer.
   *
   * @throws DatabaseException if it is not
   */
  void confirm() throws DatabaseException {
    long asked = System.nanoTime();
    probing.lock();
    try {
      Outage known = outage;
      if (known != null) {
        throw new DatabaseException(Fault.LOST, known);
      }
      if (upSince == null || confirmedAt - asked < 0) {
        probe();
      }
    } finally {
      probing.unlock();
    }
  }

  /** Takes the server to be away, as it stopped answering; it may be back at the first retry. */
  void presumeLost(String why) {
    probing.lock();
    try {
      if (outage == null) {
        goDown(new Outage(Outage.Kind.UNREACHABLE, place + ": " + why));
      }
    } finally {
      probing.unlock();
    }
  }

  /**
   * Returns once the server is not known to be away, or is not used any more.
   *
   * @param least at least so much time passes, unless it is not used any more
   * @return whether it is still used
   * @throws SQLException if the thread is interrupted
   */
  boolean awaitUp(Duration least) throws SQLException {
    probing.lock();
    try {
      for (long left = least.toNanos(); left > 0 && !closed; ) {
        left = back.awaitNanos(left);
      }
      while (outage != null && !closed) {
        back.await();
      }
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for the server", e);
    } finally {
      probing.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    probing.lock();
    try {
      back.signalAll();
    } finally {
      probing.unlock();
    }
  }

  private void probe() throws DatabaseException {
    try {
      connector.probe();
      confirmedAt = System.nanoTime();
      if (upSince == null) {
        upSince = Instant.now();
      }
    } catch (SQLException e) {
      Outage found = describe(e);
      goDown(found);
      throw new DatabaseException(Fault.LOST, found);
    }
  }

  private void goDown(Outage found) {
    outage = found;
    upSince = null;
    downSince = Instant.now();
    LOG.warn("{}", found.message());
    Thread.ofVirtual().name(place.driver() + "-retry-" + place.section()).start(this::retry);
  }

  private void retry() {
    try {
      for (Duration pause = FIRST_RETRY; !closed && !isBack(); pause = longer(pause)) {
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isBack() {
    try {
      connector.probe();
    } catch (SQLException e) {
      outage = describe(e);
      return false;
    } catch (RuntimeException e) {
      LOG.warn("{}: connecting failed in an unforeseen way, it is tried again", place, e);
      return false;
    }
    probing.lock();
    try {
      upSince = Instant.now();
      confirmedAt = System.nanoTime();
      outage = null;
      back.signalAll();
    } finally {
      probing.unlock();
    }
    LOG.warn("{}: is back after {}", place, downFor());
    return true;
  }

  private String downFor() {
    Instant since = Objects.requireNonNullElseGet(downSince, Instant::now);
    return Elapsed.inWords(Duration.between(since, Instant.now()));
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(SLOWEST_RETRY) < 0 ? doubled : SLOWEST_RETRY;
  }

  /** Why changes are not told, after this failure of the line on which we listen. */
  public String feedLost(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return state.isEmpty() || state.startsWith("42") || state.startsWith("25")
        ? place + ": changes are not told: " + e.getMessage()
        : describe(e).message() + "; changes are not told";
  }

  /** Why no connection could be made, and what to do about it. */
  public Outage describe(SQLException e) {
    String said =
        Objects.requireNonNullElse(e.getMessage(), "no connection").lines().findFirst().orElse("");
    return new Outage(
        Outage.Kind.UNREACHABLE, place + ": " + said + " (" + connector.advice(e) + ")");
  }
}
