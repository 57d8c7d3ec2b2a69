package org.ara.sip.transport;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;

/**
 * Takes the messages that a transport received. Called on an event loop: it must not block.
 * Well-formed messages only; requests carry {@code received} and {@code rport} in their topmost Via
 * as RFC 3261 section 18.2.1 and RFC 3581 want.
 */
public interface MessageListener {
  void request(SipRequest request, Hop from);

  void response(SipResponse response, Hop from);
}
