package org.ara.sip.transaction;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** The non-INVITE server transaction of RFC 3261 section 17.2.2. */
final class NonInviteServerTransaction extends BaseServerTransaction {
  private @Nullable SipResponse last;
  private boolean completed;

  NonInviteServerTransaction(
      TransactionLayer layer, TransactionKey key, SipRequest request, Hop source) {
    super(layer, key, request, source);
  }

  @Override
  public synchronized void respond(SipResponse response) {
    if (completed) {
      return;
    }
    last = response;
    byte[] octets = back().write(response);
    transmit(response, octets);
    if (response.isFinal()) {
      completed = true;
      layer.completed(this, octets);
    }
  }

  @Override
  public synchronized void retransmission() {
    if (last != null) {
      transmit(last);
    }
  }

  @Override
  public PendingAck respondUntilAcked(SipResponse success, Runnable noAck) {
    throw new IllegalArgumentException(request().method() + " is never acknowledged");
  }

  @Override
  synchronized boolean isAnswered() {
    return completed;
  }
}
