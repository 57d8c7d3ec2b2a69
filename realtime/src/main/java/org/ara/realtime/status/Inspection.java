package org.ara.realtime.status;

import java.util.List;
import org.ara.realtime.Condition;

/** What the engine lets an operator see. */
public interface Inspection {

  /** Every mapped family that keeps answers, by name. */
  List<CacheStatus> caches();

  /** Every table whose changes a family needs, by name. */
  List<FeedStatus> feeds();

  /** How long families waited for their storages, by name. */
  List<LatencyStatus> latencies();

  /** Every table that a mapping leads to and whose driver is loaded, by name. */
  List<PoolStatus> pools();

  /**
   * Asks for one row and tells the way of the answer.
   *
   * @param conditions at least one
   */
  Explanation explain(String family, List<Condition> conditions);
}
