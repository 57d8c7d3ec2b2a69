package org.ara.sip.registrar;

import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.device.DeviceStates;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;

/**
 * Tells clients of the manager interface which phones came and went.
 *
 * @param board where it is told
 * @param devices watched by those who want to know what phones do
 */
public record PeerEvents(ManagerBoard board, DeviceStates devices) {

  private static final Permissions CLASSES = Permissions.of(Permission.SYSTEM);

  void registered(Peer peer, Registration registration) {
    devices.changed("SIP/" + peer.name());
    board.tell(
        CLASSES,
        () -> status(peer.name(), "Registered", new Header("Address", display(registration))));
  }

  private static String display(Registration r) {
    return (r.address().indexOf(':') < 0 ? r.address() : '[' + r.address() + ']') + ':' + r.port();
  }

  void unregistered(Peer peer) {
    devices.changed("SIP/" + peer.name());
    board.tell(CLASSES, () -> status(peer.name(), "Unregistered"));
  }

  /** A peer may be doing something else. */
  public void changed(String name) {
    devices.changed("SIP/" + name);
  }

  /**
   * A peer answers, late or in time, or does not.
   *
   * @param millis how long its answer took; 0 without one
   */
  public void reachability(String name, String status, int millis) {
    changed(name);
    Header[] time = millis > 0 ? new Header[] {Header.of("Time", millis)} : new Header[0];
    board.tell(CLASSES, () -> status(name, status, time));
  }

  /** A registration ended. */
  void expired(String name) {
    devices.changed("SIP/" + name);
    board.tell(CLASSES, () -> status(name, "Unregistered", new Header("Cause", "Expired")));
  }

  private static ManagerEvent status(String name, String status, Header... more) {
    java.util.List<Header> headers =
        new java.util.ArrayList<>(
            java.util.List.of(
                new Header("ChannelType", "SIP"),
                new Header("Peer", "SIP/" + name),
                new Header("PeerStatus", status)));
    headers.addAll(java.util.List.of(more));
    return new ManagerEvent("PeerStatus", CLASSES, headers);
  }
}
