package org.ara.realtime.policy;

/** What makes a kept answer good enough to be given again without asking. */
public enum CacheMode {
  /** Nothing does: every question goes to the storage. */
  NONE,
  /** Being young. */
  TTL,
  /** That the storage's change feed has told of no change. */
  FEED
}
