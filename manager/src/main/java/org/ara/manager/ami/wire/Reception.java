package org.ara.manager.ami.wire;

import java.util.Optional;

/** Decides about new connections, on an event loop: must not block. */
@FunctionalInterface
public interface Reception {

  /** Who is told about a connection; nobody if it is to be closed at once. */
  Optional<Receiver> admit(Client client);
}
