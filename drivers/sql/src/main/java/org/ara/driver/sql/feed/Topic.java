package org.ara.driver.sql.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ara.realtime.Field;
import org.ara.realtime.spi.ChangeFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who listen to the changes of one table. Whoever joins later is told at once how the feed
 * stands.
 */
public final class Topic implements ChangeFeed {

  private static final Logger LOG = LoggerFactory.getLogger(Topic.class);

  private final String table;
  private final Runnable wanted;
  private final ReentrantLock telling = new ReentrantLock();
  private final CopyOnWriteArrayList<Ear> ears = new CopyOnWriteArrayList<>();
  private @Nullable Standing standing;

  /**
   * A topic that nobody listens to yet.
   *
   * @param table as written in the mapping
   * @param wanted told after each listener that joined
   */
  Topic(String table, Runnable wanted) {
    this.table = table;
    this.wanted = wanted;
  }

  /** The table as written in the mapping. */
  public String table() {
    return table;
  }

  /** Whether anybody listens. */
  public boolean isWanted() {
    return !ears.isEmpty();
  }

  /** Whether somebody listens who was told nothing yet. */
  public boolean isUndecided() {
    telling.lock();
    try {
      return standing == null && isWanted();
    } finally {
      telling.unlock();
    }
  }

  @Override
  public Subscription listen(Listener listener) {
    Ear ear = new Ear(listener);
    telling.lock();
    try {
      ears.add(ear);
      switch (standing) {
        case Live(List<String> keyColumns) -> ear.tell(l -> l.live(keyColumns));
        case Lost(String why) -> ear.tell(l -> l.lost(why));
        case null -> {}
      }
    } finally {
      telling.unlock();
    }
    wanted.run();
    return ear;
  }

  /** Every change from now on will be told; nothing happens if that was known. */
  public void live(List<String> keyColumns) {
    stand(new Live(List.copyOf(keyColumns)), listener -> listener.live(keyColumns));
  }

  /** The feed is not complete any more; nothing happens if that was known, for the same reason. */
  public void lost(String why) {
    stand(new Lost(why), listener -> listener.lost(why));
  }

  /** Some row with this key changed; heard by nobody while the feed is lost. */
  public void changed(List<Field> key) {
    tellIfLive(listener -> listener.changed(key));
  }

  /** Any row may have changed; heard by nobody while the feed is lost. */
  public void changedAnywhere() {
    tellIfLive(Listener::changedAnywhere);
  }

  private void stand(Standing now, Consumer<Listener> words) {
    telling.lock();
    try {
      if (isWanted() && !now.equals(standing)) {
        standing = now;
        ears.forEach(ear -> ear.tell(words));
      }
    } finally {
      telling.unlock();
    }
  }

  private void tellIfLive(Consumer<Listener> words) {
    telling.lock();
    try {
      if (standing instanceof Live) {
        ears.forEach(ear -> ear.tell(words));
      }
    } finally {
      telling.unlock();
    }
  }

  /** How the feed stood when it was last heard of. */
  private sealed interface Standing {}

  private record Live(List<String> keyColumns) implements Standing {}

  private record Lost(String why) implements Standing {}

  /** One listener, told under the topic's lock. */
  private final class Ear implements Subscription {

    private final Listener listener;

    Ear(Listener listener) {
      this.listener = listener;
    }

    void tell(Consumer<Listener> words) {
      try {
        words.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener to the changes of {} failed", table, e);
      }
    }

    @Override
    public void close() {
      telling.lock();
      try {
        ears.remove(this);
        if (ears.isEmpty()) {
          standing = null;
        }
      } finally {
        telling.unlock();
      }
    }
  }
}
