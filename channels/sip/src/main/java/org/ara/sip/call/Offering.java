package org.ara.sip.call;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.TransactionLayer;

/**
 * Sees a re-INVITE of ours through: its 2xx is acknowledged each time it comes.
 *
 * @param request the re-INVITE
 * @param done told once, after the ACK
 */
record Offering(
    TransactionLayer layer, Dialog dialog, SipRequest request, SessionKeeper.Outcome done)
    implements ResponseListener {

  void send() {
    layer.send(request, dialog.hop(), this);
  }

  @Override
  public void finalResponse(SipResponse response) {
    if (response.isSuccess()) {
      furtherSuccess(response);
    }
    done.answered(request, response);
  }

  @Override
  public void furtherSuccess(SipResponse response) {
    layer.sendAck(dialog.ack(request), dialog.hop());
  }

  @Override
  public void timeout() {
    done.lost();
  }

  @Override
  public void transportError(String reason) {
    done.lost();
  }
}
