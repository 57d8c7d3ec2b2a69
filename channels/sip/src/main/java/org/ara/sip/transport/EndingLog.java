package org.ara.sip.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how connections ended: of each kind one line a minute, which tells how many there were. */
final class EndingLog {

  private static final Logger LOG = LoggerFactory.getLogger(EndingLog.class);
  private static final long GAP = TimeUnit.MINUTES.toNanos(1);

  private static final class Told {
    private long last;
    private long since;
  }

  private final Map<Ending, Told> told = new EnumMap<>(Ending.class);
  private final LongSupplier nanos;

  EndingLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Tells it, unless the same was told lately.
   *
   * @param detail may be empty
   */
  void tell(Ending ending, Object connection, String detail) {
    String more = detail.isEmpty() ? "" : ": " + detail;
    if (ending.usual()) {
      LOG.debug("SIP connection {} {}{}", connection, ending.description(), more);
      return;
    }
    long before;
    synchronized (this) {
      long now = nanos.getAsLong();
      Told known = told.get(ending);
      if (known != null && now - known.last < GAP) {
        known.since++;
        return;
      }
      Told fresh = new Told();
      fresh.last = now;
      told.put(ending, fresh);
      before = known == null ? 0 : known.since;
    }
    LOG.warn(
        "SIP connection {} {}{}{}",
        connection,
        ending.description(),
        more,
        before == 0 ? "" : " (and " + before + " others since the last such line)");
  }
}
