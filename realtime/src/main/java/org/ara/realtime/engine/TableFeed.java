package org.ara.realtime.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.ara.realtime.Field;
import org.ara.realtime.cache.Ledger;
import org.ara.realtime.spi.ChangeFeed;
import org.ara.realtime.spi.Table;
import org.ara.realtime.status.FeedStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the changes of one table while a family needs them, writes them into its ledger, and
 * knows whether they are complete. That they are not is said once each time it begins.
 */
final class TableFeed implements ChangeFeed.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(TableFeed.class);

  private final String place;
  private final Table table;
  private final Ledger ledger;
  private final Clock clock;
  private ChangeFeed.@Nullable Subscription subscription;
  private boolean wanted;
  private volatile State state;
  private volatile long changes;
  private volatile long lastChangeAt;
  private volatile long losses;
  private final FeedLag lag;

  /** Whether the feed is complete, since when, and what there is to say about it. */
  private record State(boolean live, long since, String why) {}

  TableFeed(String place, Table table, Ledger ledger, Clock clock, LongConsumer lag) {
    this.place = place;
    this.table = table;
    this.ledger = ledger;
    this.clock = clock;
    this.state = new State(false, clock.millis(), "nobody listens");
    this.lag = new FeedLag(lag);
  }

  /** Measures how long changes take to be told. */
  FeedLag lag() {
    return lag;
  }

  /** How often changes began not to be told. */
  long losses() {
    return losses;
  }

  /** Whether every change committed from now on will be in the ledger. */
  boolean isLive() {
    return state.live;
  }

  /** Listens, unless it does already. */
  synchronized void follow() {
    if (!wanted) {
      wanted = true;
      state = new State(false, clock.millis(), "it is about to begin");
      Optional<ChangeFeed> feed = table.changes();
      if (feed.isPresent()) {
        subscription = feed.get().listen(this);
      } else {
        lost(place + ": this storage has no change feed; use cache = ttl");
      }
    }
  }

  /** Does not listen any more. */
  synchronized void leave() {
    wanted = false;
    ChangeFeed.Subscription ended = subscription;
    subscription = null;
    if (ended != null) {
      ended.close();
    }
    state = new State(false, clock.millis(), "nobody listens");
    lag.listening(false);
  }

  /** How the feed is; empty if nobody needs it. */
  synchronized Optional<FeedStatus> status() {
    State now = state;
    return wanted
        ? Optional.of(
            new FeedStatus(
                place,
                now.live,
                clock.millis() - now.since,
                changes,
                changes == 0 ? -1 : clock.millis() - lastChangeAt,
                now.why))
        : Optional.empty();
  }

  @Override
  public void live(List<String> keyColumns) {
    // The ledger first: what was read before must not hold by the time the feed is trusted.
    ledger.keyedBy(keyColumns);
    state = new State(true, clock.millis(), describe(keyColumns));
    lag.listening(true);
    LOG.info("{}: changes are told, kept answers hold until then", place);
  }

  @Override
  public void changed(List<Field> key) {
    ledger.changed(key);
    lag.told(key);
    count();
  }

  @Override
  public void changedAnywhere() {
    ledger.changedAnywhere();
    lag.told(List.of());
    count();
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void lost(String why) {
    State before = state;
    state = new State(false, clock.millis(), why);
    lag.listening(false);
    if (before.live) {
      losses++;
    }
    if (before.live || !before.why.equals(why)) {
      LOG.warn("Changes are not told, every question is asked until they are: {}", why);
    }
  }

  private static String describe(List<String> keyColumns) {
    return keyColumns.isEmpty() ? "any change concerns all rows" : String.join(", ", keyColumns);
  }

  /** The feed tells one change at a time. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count() {
    changes++;
    lastChangeAt = clock.millis();
  }
}
