package org.ara.bench.lookup;

import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;

/**
 * Ara: a lookup of a family, as the SIP channel does it.
 *
 * @param realtime the engine
 * @param family mapped to the table
 */
record RealtimeContestant(Realtime realtime, String family) implements Contestant {

  @Override
  public String name() {
    return "Ara Realtime";
  }

  @Override
  public void lookUp(String peer) {
    Lookup<Row> answer = realtime.find(family, "name", peer);
    if (!(answer instanceof Lookup.Found<Row>(Row row)) || row.stored("name") == null) {
      throw new IllegalStateException("no peer " + peer + ": " + answer);
    }
  }

  @Override
  public void close() {}
}
