package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.TransactionLayer;

/**
 * Sees a request within a dialog through: answers the challenge of a far end that wants a password
 * even for that.
 *
 * @param digest answers challenges; empty where no password is configured
 * @param makes the request, numbered anew each time
 * @param outcome told once
 */
public record DialogRequest(
    TransactionLayer layer,
    Dialog dialog,
    Optional<DigestClient> digest,
    Supplier<SipRequest> makes,
    Outcome outcome)
    implements ResponseListener {

  /** Is told what became of a request. */
  public interface Outcome {

    /** For requests whose answer changes nothing. */
    Outcome IGNORED =
        new Outcome() {
          @Override
          public void answered(SipResponse response) {}

          @Override
          public void lost() {}
        };

    /** There was a final response. */
    void answered(SipResponse response);

    /** There was none. */
    void lost();
  }

  /** Sends it. */
  public void send() {
    layer.send(makes.get(), dialog.hop(), this);
  }

  @Override
  public void finalResponse(SipResponse response) {
    if (!retried(response)) {
      outcome.answered(response);
    }
  }

  private boolean retried(SipResponse response) {
    boolean proxy = response.status() == 407;
    if ((response.status() != 401 && !proxy) || digest.isEmpty()) {
      return false;
    }
    List<String> challenges =
        response.headers().all(proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE);
    if (!digest.get().challenged(challenges)) {
      return false;
    }
    SipRequest plain = makes.get();
    String header = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
    Optional<String> answer = digest.get().authorize(plain.method().name(), plain.uri().toString());
    answer.ifPresent(
        proof -> layer.send(plain.toBuilder().replace(header, proof).build(), dialog.hop(), this));
    return answer.isPresent();
  }

  @Override
  public void timeout() {
    outcome.lost();
  }

  @Override
  public void transportError(String reason) {
    outcome.lost();
  }
}
