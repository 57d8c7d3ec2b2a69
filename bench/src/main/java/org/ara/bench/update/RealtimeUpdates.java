package org.ara.bench.update;

import java.util.List;
import org.ara.bench.lookup.Contestant;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Realtime;

/**
 * Ara: what a REGISTER writes back, as the SIP channel does it.
 *
 * @param realtime the engine
 * @param family mapped to the table
 */
record RealtimeUpdates(Realtime realtime, String family) implements Contestant {

  @Override
  public String name() {
    return "Ara Realtime";
  }

  @Override
  public void lookUp(String peer) {
    Change change =
        realtime.update(
            family,
            List.of(Condition.equal("name", peer)),
            List.of(
                new Field("regseconds", Long.toString(System.nanoTime() % 1_000_000_000)),
                new Field("ipaddr", "192.0.2.7"),
                new Field("port", "5061"),
                new Field("fullcontact", "sip:peer@192.0.2.7:5061"),
                new Field("useragent", "bench"),
                new Field("lastms", "0")));
    if (!change.equals(new Change.Done(1))) {
      throw new IllegalStateException("peer " + peer + ": " + change);
    }
  }

  @Override
  public void close() {}
}
