package org.ara.realtime.metrics;

import java.util.Optional;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.status.FeedStatus;

/** What there is to publish of a table that mappings lead to, at the moment of asking. */
public interface TableFigures {

  /** How its reads left together. */
  BatchStatus lookups();

  /** How its writes left together. */
  BatchStatus updates();

  /** How its change feed is; empty if nobody needs it. */
  Optional<FeedStatus> feed();

  /** How often its changes began not to be told. */
  long feedLosses();

  /** Whether it could not be reached when it was last asked. */
  boolean isAway();

  /** How often it went away. */
  long outages();

  /** How long it was away, all outages together, in seconds. */
  double secondsAway();
}
