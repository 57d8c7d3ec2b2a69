package org.ara.sip.registrar;

import java.util.List;
import org.ara.sip.peer.Peer;

/** Is told of registrations when they are durable; must not block for long. */
public interface RegistrationListener {

  /** A peer is, or is still, where its registration says. */
  void registered(Peer peer);

  /**
   * A peer is still where an earlier run had it register, unless something newer is known.
   *
   * @param company how many are found at once, it among them
   */
  void found(Peer peer, int company);

  /** A peer is not registered any more. */
  default void unregistered(Peer peer) {
    ended(peer.name());
  }

  /** A registration was not renewed in time, or was taken back. */
  void ended(String name);

  /** Tells all of them. */
  static RegistrationListener all(List<RegistrationListener> listeners) {
    List<RegistrationListener> told = List.copyOf(listeners);
    return new RegistrationListener() {
      @Override
      public void registered(Peer peer) {
        told.forEach(one -> one.registered(peer));
      }

      @Override
      public void found(Peer peer, int company) {
        told.forEach(one -> one.found(peer, company));
      }

      @Override
      public void ended(String name) {
        told.forEach(one -> one.ended(name));
      }
    };
  }
}
