package org.ara.sip.transaction;

import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/**
 * All that remains of an answered non-INVITE request: the answer, to be given again to
 * retransmissions (Timer J).
 */
record CompletedAnswer(Hop hop, SipResponse response) implements ServerEntry {
  @Override
  public void retransmission() {
    hop.send(response, failure -> {});
  }
}
