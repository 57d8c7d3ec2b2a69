package org.ara.sip.peer;

import java.time.Duration;

/**
 * What becomes of peers that are rows.
 *
 * @param writeBack whether registrations are written into rows ({@code rtupdate}), or kept apart
 * @param keep whether peers are kept in memory after their first use ({@code rtcachefriends})
 * @param lifetime how long they are kept ({@code rtautoclear}); zero for until they are pruned
 * @param savePath whether the proxies of a registration are written too ({@code rtsavepath})
 */
public record RowLife(boolean writeBack, boolean keep, Duration lifetime, boolean savePath) {

  /** Read at every use. */
  public static final RowLife USUAL = new RowLife(true, false, Duration.ZERO, false);
}
