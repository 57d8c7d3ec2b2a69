package org.ara.realtime.spi;

import java.util.List;
import org.ara.realtime.Field;

/**
 * What a storage tells of changes to one table, whoever made them: the ground on which a cached row
 * may be trusted.
 *
 * <p>Each listener hears, in order and never two at once: {@link Listener#live} once changes will
 * be told, then a call for each change that was committed after that, and {@link Listener#lost} as
 * soon as the feed can no longer vouch for being complete. A feed that was lost mends itself in the
 * background and says {@code live} again. What changed between {@code lost} and {@code live} is
 * never told, so nothing known from before may be trusted then.
 */
public interface ChangeFeed {

  /**
   * Tells a listener until the subscription is closed. Returns at once and does not fail: a feed
   * that cannot be had is told as lost.
   */
  Subscription listen(Listener listener);

  /** Hears of changes. Its methods must be quick and must not ask the storage. */
  interface Listener {

    /**
     * Every change committed from now on will be told.
     *
     * @param keyColumns the columns by which {@link #changed} will name rows, lower case; empty if
     *     changes are told without saying which rows they concern
     */
    void live(List<String> keyColumns);

    /**
     * A row was inserted, updated or deleted.
     *
     * @param key the row's values of the key columns; told twice where a change altered them, once
     *     as they were before and once as they are after
     */
    void changed(List<Field> key);

    /** Any row of the table may have changed. */
    void changedAnywhere();

    /**
     * The feed is not complete any more.
     *
     * @param why one line for an operator, naming driver and database and what to do
     */
    void lost(String why);
  }

  /** Ends a listener's being told. */
  interface Subscription extends AutoCloseable {

    /** No call to the listener starts after this returns. */
    @Override
    void close();
  }
}
