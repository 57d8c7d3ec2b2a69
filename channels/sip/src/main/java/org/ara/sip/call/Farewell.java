package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.TransactionLayer;

/**
 * Sees a BYE through: answers the challenge of a far end that wants a password even for that. What
 * else becomes of it changes nothing, the call is over.
 *
 * @param digest answers challenges; empty where no password is configured
 */
record Farewell(TransactionLayer layer, Dialog dialog, Optional<DigestClient> digest)
    implements ResponseListener {

  /** Sends the BYE of a dialog. */
  void say(SipRequest bye) {
    layer.send(bye, dialog.hop(), this);
  }

  @Override
  public void finalResponse(SipResponse response) {
    boolean proxy = response.status() == 407;
    if ((response.status() != 401 && !proxy) || digest.isEmpty()) {
      return;
    }
    List<String> challenges =
        response.headers().all(proxy ? HeaderName.PROXY_AUTHENTICATE : "WWW-Authenticate");
    if (digest.get().challenged(challenges)) {
      SipRequest plain = dialog.request(Method.BYE).build();
      String header = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
      digest
          .get()
          .authorize(Method.BYE.name(), plain.uri().toString())
          .ifPresent(answer -> say(plain.toBuilder().replace(header, answer).build()));
    }
  }

  @Override
  public void timeout() {
    // The far end is gone; so is the call.
  }

  @Override
  public void transportError(String reason) {
    // As above.
  }
}
