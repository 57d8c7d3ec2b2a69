package org.ara.sip.endpoint;

import java.util.List;
import org.ara.sip.peer.Peer;

/** Is told of contacts when what became of them is durable; must not block for long. */
public interface ContactListener {

  /**
   * A contact is, or is still, registered at this server.
   *
   * @param endpoint whose it is
   * @param before whether it was there before
   */
  void registered(Peer endpoint, Endpoints.Place place, boolean before);

  /**
   * A contact is there that an earlier run of this server registered.
   *
   * @param company how many are found at once, it among them
   */
  void found(Peer endpoint, Endpoints.Place place, int company);

  /** A contact is not there any more. */
  void removed(Contact contact);

  /** Tells all of them. */
  static ContactListener all(List<ContactListener> listeners) {
    List<ContactListener> told = List.copyOf(listeners);
    return new ContactListener() {
      @Override
      public void registered(Peer endpoint, Endpoints.Place place, boolean before) {
        told.forEach(one -> one.registered(endpoint, place, before));
      }

      @Override
      public void found(Peer endpoint, Endpoints.Place place, int company) {
        told.forEach(one -> one.found(endpoint, place, company));
      }

      @Override
      public void removed(Contact contact) {
        told.forEach(one -> one.removed(contact));
      }
    };
  }
}
