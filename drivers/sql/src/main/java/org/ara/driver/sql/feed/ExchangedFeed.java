package org.ara.driver.sql.feed;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ara.realtime.spi.ChangeFeed;
import org.jspecify.annotations.Nullable;

/**
 * The feed of whatever database is configured at the moment: listeners move to the next one when
 * the configuration is exchanged, and trust nothing from before.
 */
public final class ExchangedFeed implements ChangeFeed {

  private final Supplier<Optional<ChangeFeed>> current;
  private final String none;
  private final Exchange exchange;

  /** All that must look again when the configuration was exchanged. */
  public static final class Exchange {
    private final Set<Move> moves = ConcurrentHashMap.newKeySet();

    /** The configuration was exchanged. */
    public void done() {
      moves.forEach(Move::look);
    }
  }

  /**
   * A feed that follows the configuration.
   *
   * @param current the feed at the moment; empty if there is none
   * @param none what listeners are told then
   */
  public ExchangedFeed(Supplier<Optional<ChangeFeed>> current, String none, Exchange exchange) {
    this.current = current;
    this.none = none;
    this.exchange = exchange;
  }

  @Override
  public Subscription listen(Listener listener) {
    Move move = new Move(listener);
    exchange.moves.add(move);
    move.look();
    return move;
  }

  /** A listener on its way from feed to feed. */
  private final class Move implements Subscription {

    private final Listener listener;
    private @Nullable ChangeFeed feed;
    private @Nullable Subscription subscription;
    private boolean began;
    private boolean closed;

    Move(Listener listener) {
      this.listener = listener;
    }

    synchronized void look() {
      ChangeFeed found = current.get().orElse(null);
      if (closed || (began && Objects.equals(found, feed))) {
        return;
      }
      leave();
      if (found == null) {
        listener.lost(none);
      } else if (began) {
        listener.lost("the configuration of the database was exchanged");
      }
      began = true;
      feed = found;
      subscription = found == null ? null : found.listen(listener);
    }

    @Override
    public synchronized void close() {
      closed = true;
      exchange.moves.remove(this);
      leave();
    }

    private void leave() {
      Subscription left = subscription;
      subscription = null;
      if (left != null) {
        left.close();
      }
    }
  }
}
