package org.ara.sip.registrar;

import java.util.ArrayList;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.device.DeviceStates;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.peer.Endpoint;
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
        () ->
            status("SIP", peer.name(), "Registered", new Header("Address", display(registration))));
  }

  private static String display(Registration r) {
    return (r.address().indexOf(':') < 0 ? r.address() : '[' + r.address() + ']') + ':' + r.port();
  }

  void unregistered(Peer peer) {
    devices.changed("SIP/" + peer.name());
    board.tell(CLASSES, () -> status("SIP", peer.name(), "Unregistered"));
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
    board.tell(CLASSES, () -> status("SIP", name, status, time));
  }

  /** A registration ended. */
  void expired(String name) {
    devices.changed("SIP/" + name);
    board.tell(CLASSES, () -> status("SIP", name, "Unregistered", new Header("Cause", "Expired")));
  }

  /**
   * The contact of an endpoint answers, or does not.
   *
   * @param millis how long its answer took; 0 without one
   */
  public void reachability(String endpoint, String aor, String uri, boolean there, int millis) {
    devices.changed(Endpoint.PREFIX + endpoint);
    contact(endpoint, aor, uri, there ? "Reachable" : "Unreachable", millis);
  }

  /** The contact of an endpoint came, or went. */
  public void contact(Contact contact, boolean there) {
    devices.changed(Endpoint.PREFIX + contact.endpoint());
    String status = there ? "Created" : "Removed";
    contact(contact.endpoint(), contact.aor(), contact.uri(), status, 0);
  }

  private void contact(String endpoint, String aor, String uri, String status, int millis) {
    board.tell(
        CLASSES,
        () -> {
          List<Header> headers =
              new ArrayList<>(
                  List.of(
                      new Header("URI", uri),
                      new Header("ContactStatus", status),
                      new Header("AOR", aor),
                      new Header("EndpointName", endpoint)));
          if (millis > 0) {
            headers.add(Header.of("RoundtripUsec", millis * 1000));
          }
          return new ManagerEvent("ContactStatus", CLASSES, headers);
        });
  }

  /** An endpoint can be reached for the first time, or no longer. */
  public void endpoint(String id, boolean there) {
    String status = there ? "Reachable" : "Unreachable";
    board.tell(CLASSES, () -> status(Endpoint.TECHNOLOGY, id, status));
  }

  private static ManagerEvent status(
      String technology, String name, String status, Header... more) {
    List<Header> headers =
        new ArrayList<>(
            List.of(
                new Header("ChannelType", technology),
                new Header("Peer", technology + '/' + name),
                new Header("PeerStatus", status)));
    headers.addAll(List.of(more));
    return new ManagerEvent("PeerStatus", CLASSES, headers);
  }
}
