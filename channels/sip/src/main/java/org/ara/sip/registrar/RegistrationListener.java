package org.ara.sip.registrar;

import org.ara.sip.peer.Peer;

/** Is told of registrations when they are durable; must not block for long. */
public interface RegistrationListener {

  /** A peer is, or is still, where its registration says. */
  void registered(Peer peer);

  /** A peer is not registered any more. */
  void unregistered(Peer peer);
}
