package org.ara.sip.peer;

import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Requirement.Type;

/**
 * The columns without which realtime peers do not work: by which they are found, and into which
 * their registrations are written. All others may be missing, and have their defaults.
 */
public final class NeededColumns {

  private static final List<Requirement> OF_A_PEER =
      List.of(Requirement.text("name", 10), Requirement.text("host", 15));

  private static final List<Requirement> OF_A_REGISTRATION =
      List.of(
          Requirement.text("ipaddr", 15),
          Requirement.of("port", Type.UINTEGER2),
          Requirement.of("regseconds", Type.INTEGER4),
          Requirement.text("fullcontact", 35),
          Requirement.text("useragent", 20),
          Requirement.of("lastms", Type.INTEGER4));

  private NeededColumns() {}

  /**
   * Has what is lacking said, as soon as the database can be asked; returns at once.
   *
   * @param writeBack whether registrations are written into rows
   * @param server what is written into {@code regserver}; empty for nothing
   */
  public static void expect(Realtime realtime, boolean writeBack, String server) {
    boolean apart = realtime.isMapped(RealtimePeers.REGISTRATIONS);
    List<Requirement> written = new ArrayList<>(writeBack ? OF_A_REGISTRATION : List.of());
    if (writeBack && !server.isEmpty()) {
      written.add(Requirement.text("regserver", server.length()));
    }
    if (realtime.isMapped(RealtimePeers.PEERS)) {
      List<Requirement> peers = new ArrayList<>(OF_A_PEER);
      peers.addAll(apart ? List.of() : written);
      realtime.expect(RealtimePeers.PEERS, peers);
    }
    if (apart) {
      written.addFirst(Requirement.text("name", 10));
      realtime.expect(RealtimePeers.REGISTRATIONS, written);
    }
  }
}
