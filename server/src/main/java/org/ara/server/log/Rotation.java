package org.ara.server.log;

import java.util.Objects;

/**
 * What becomes of log files that are full or old.
 *
 * @param strategy how they are named
 * @param size in bytes, at which a file is put away by itself; 0 for never
 * @param keep how many old ones there are at most; 0 for any number
 */
record Rotation(RotateStrategy strategy, long size, int keep) {

  /** Where nothing is configured: the last 60 MB. */
  static final Rotation USUAL = new Rotation(RotateStrategy.ROTATE, 10_000_000, 5);

  Rotation {
    Objects.requireNonNull(strategy, "strategy");
  }
}
