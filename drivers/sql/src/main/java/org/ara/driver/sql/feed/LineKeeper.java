package org.ara.driver.sql.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one line to a database while anybody listens: says at once when it breaks, and makes a new
 * one in the background, ever more slowly up to once a second.
 */
public final class LineKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LineKeeper.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(50);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(1);

  private final Topics topics;
  private final Opener opener;
  private final Function<SQLException, String> why;
  private final Thread thread;
  private volatile boolean closed;

  /** Makes a line. */
  @FunctionalInterface
  public interface Opener {
    Line open() throws SQLException;
  }

  /**
   * Starts as soon as somebody listens.
   *
   * @param topics whom to tell
   * @param why a failure in words for an operator
   * @param threads what makes the one thread on which lines are opened and heard
   */
  public LineKeeper(
      Topics topics, Opener opener, Function<SQLException, String> why, Thread.Builder threads) {
    this.topics = topics;
    this.opener = opener;
    this.why = why;
    this.thread = threads.unstarted(this::run);
    thread.start();
  }

  /** Ends the feed: its listeners are told that it is lost. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    try {
      Duration pause = FIRST_RETRY;
      while (!closed) {
        topics.awaitWanted();
        pause = keepOneLine() ? FIRST_RETRY : longer(pause);
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      LOG.debug("{} ends", Thread.currentThread().getName());
    }
    topics.lost("the database is not in use any more, its section was changed or closed");
  }

  /** Returns whether there was a line on which anything could be heard. */
  private boolean keepOneLine() throws InterruptedException {
    boolean heard = false;
    try (Line line = opener.open()) {
      while (!closed && topics.isWanted()) {
        line.hear();
        heard = true;
      }
    } catch (SQLException e) {
      topics.lost(why.apply(e));
    } catch (RuntimeException e) {
      LOG.error("A change feed failed in an unforeseen way; it is made anew", e);
      topics.lost("the change feed failed: " + e);
    }
    return heard;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(SLOWEST_RETRY) < 0 ? doubled : SLOWEST_RETRY;
  }
}
