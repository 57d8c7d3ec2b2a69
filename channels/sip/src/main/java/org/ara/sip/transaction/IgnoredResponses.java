package org.ara.sip.transaction;

import org.ara.sip.message.SipResponse;

/** The listener of a CANCEL, whose outcome shows in the INVITE. */
enum IgnoredResponses implements ResponseListener {
  INSTANCE;

  @Override
  public void finalResponse(SipResponse response) {}

  @Override
  public void timeout() {}

  @Override
  public void transportError(String reason) {}
}
