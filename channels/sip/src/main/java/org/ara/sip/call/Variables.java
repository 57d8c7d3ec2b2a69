package org.ara.sip.call;

import org.ara.pbx.Channel;
import org.ara.sip.peer.Peer;

/** Sets what a peer's options say of its channels: variables, facts and language. */
final class Variables {

  private Variables() {}

  static void set(Channel channel, Peer peer) {
    peer.style().facts().forEach(channel.facts()::set);
    if (!peer.calls().language().isEmpty()) {
      channel.speak(peer.calls().language());
    }
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
