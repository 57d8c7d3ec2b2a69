package org.ara.sip.call;

import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.ResponseListener;

/** Takes what becomes of a request whose outcome changes nothing, such as a BYE. */
final class Unheeded implements ResponseListener {

  @Override
  public void finalResponse(SipResponse response) {
    // The call is over, whatever the far end thinks of that.
  }

  @Override
  public void timeout() {
    // As above.
  }

  @Override
  public void transportError(String reason) {
    // As above.
  }
}
