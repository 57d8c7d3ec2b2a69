package org.ara.driver.sql.mysql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rows of the change table are still to come. Their numbers are given out when a row is
 * written and seen when its transaction commits, so a lower number may follow a higher one, hours
 * later. A number that is missing is waited for as long as a transaction holds it; one that nobody
 * holds is given up after a while, as its transaction was rolled back.
 */
final class Gaps {

  /** Longer than it takes a transaction to write a row whose number it was given. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final NavigableMap<Long, Gap> gaps = new TreeMap<>();
  private long high;

  /** A number that is missing, and whether a transaction was seen to hold it. */
  private record Gap(long since, boolean held) {}

  /** Every number up to this one has been seen, or is waited for. */
  long high() {
    return high;
  }

  /** The numbers that are waited for, in order. */
  List<Long> missing() {
    return List.copyOf(gaps.keySet());
  }

  /** Starts behind a number, with what is known to be held by transactions below it. */
  void start(long behind, Collection<Long> missing, long now) {
    high = behind;
    missing.forEach(id -> gaps.put(id, new Gap(now, false)));
  }

  /** A committed row was seen; returns whether for the first time. */
  boolean see(long id, long now) {
    if (id <= high) {
      return gaps.remove(id) != null;
    }
    for (long missing = high + 1; missing < id; missing++) {
      gaps.put(missing, new Gap(now, false));
    }
    high = id;
    return true;
  }

  /**
   * Some of the missing numbers are held by transactions that have not ended.
   *
   * @param held those that are
   * @return how many were held before and are not any more, though they were not seen committed
   */
  int hold(Set<Long> held, long now) {
    int vanished = 0;
    List<Long> over = new ArrayList<>();
    for (Map.Entry<Long, Gap> entry : gaps.entrySet()) {
      Gap gap = entry.getValue();
      if (held.contains(entry.getKey())) {
        entry.setValue(new Gap(gap.since, true));
      } else if (gap.held || now - gap.since > PATIENCE.toNanos()) {
        over.add(entry.getKey());
        vanished += gap.held ? 1 : 0;
      }
    }
    over.forEach(gaps::remove);
    return vanished;
  }
}
