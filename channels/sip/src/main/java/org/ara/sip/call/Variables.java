package org.ara.sip.call;

import org.ara.pbx.Channel;
import org.ara.sip.peer.Peer;

/** Sets what {@code setvar} says on a peer's channel. */
final class Variables {

  private Variables() {}

  static void set(Channel channel, Peer peer) {
    for (String assignment : peer.calls().variables()) {
      int equals = assignment.indexOf('=');
      if (equals > 0) {
        channel
            .variables()
            .set(assignment.substring(0, equals).strip(), assignment.substring(equals + 1).strip());
      }
    }
  }
}
