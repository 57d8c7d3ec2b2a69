package org.ara.realtime.policy;

/** What a family does while the storage of its first mapping is unavailable. */
public enum OnOutage {
  /** Asks the next mapping; if all are unavailable, the answer is <i>unavailable</i>. */
  NEXT,
  /** Asks the next mapping; if all are unavailable, gives the last answer that is known. */
  STALE,
  /** Answers <i>unavailable</i> without asking the next mapping. */
  FAIL
}
