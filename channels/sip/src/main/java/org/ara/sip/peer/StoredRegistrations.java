package org.ara.sip.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Realtime;

/**
 * Writes registrations into rows: of {@code sipregs} where that is mapped, else of {@code
 * sippeers}.
 *
 * @param realtime blocks until a write is durable
 */
record StoredRegistrations(Realtime realtime) {

  /**
   * Writes where a peer is.
   *
   * @param server what to write into {@code regserver}; empty for nothing
   * @param path whether to write the proxies on the way to it
   */
  Change write(Peer peer, Registration registration, String server, boolean path) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("ipaddr", registration.address()));
    fields.add(new Field("port", Integer.toString(registration.port())));
    fields.add(new Field("regseconds", Long.toString(registration.expires().getEpochSecond())));
    fields.add(new Field(peer.whereabouts().userColumn(), registration.user()));
    fields.add(new Field("fullcontact", registration.contact()));
    fields.add(new Field("useragent", registration.userAgent()));
    fields.add(new Field("lastms", "0"));
    if (!server.isEmpty()) {
      fields.add(new Field("regserver", server));
    }
    if (path) {
      fields.add(new Field("path", registration.path()));
    }
    return realtime.update(family(), List.of(Condition.equal("name", peer.name())), fields);
  }

  /**
   * Empties the registration that ends then, and no other: whoever registered anew stays.
   *
   * @param end the epoch where no end is stored: then whatever there is
   */
  Change clear(String name, Instant end, String server) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("fullcontact", ""));
    fields.add(new Field("ipaddr", ""));
    fields.add(new Field("port", "0"));
    fields.add(new Field("regseconds", "0"));
    fields.add(new Field("useragent", ""));
    fields.add(new Field("lastms", "0"));
    if (!server.isEmpty()) {
      fields.add(new Field("regserver", ""));
    }
    List<Condition> keys = new ArrayList<>(List.of(Condition.equal("name", name)));
    if (end.getEpochSecond() > 0) {
      keys.add(Condition.equal("regseconds", Long.toString(end.getEpochSecond())));
    }
    return realtime.update(family(), keys, fields);
  }

  /**
   * Writes how long a peer took to answer; below 0 if it did not.
   *
   * @param end of the registration that this is about; {@link Long#MAX_VALUE} for none
   */
  Change answered(String name, int millis, long end) {
    List<Condition> keys = new ArrayList<>(List.of(Condition.equal("name", name)));
    if (end < Long.MAX_VALUE) {
      keys.add(Condition.equal("regseconds", Long.toString(end)));
    }
    return realtime.update(family(), keys, List.of(new Field("lastms", Integer.toString(millis))));
  }

  private String family() {
    return realtime.isMapped(RealtimePeers.REGISTRATIONS)
        ? RealtimePeers.REGISTRATIONS
        : RealtimePeers.PEERS;
  }
}
