package org.ara.sip.provider;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.transaction.ClientTransaction;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.Timers;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * One REGISTER to one address, sent again with a proof where that is asked for, and with a longer
 * time where the first was too brief (RFC 3261 section 10.2.8).
 */
final class Try implements ResponseListener {

  private static final long LONGEST = 604_800;

  private final Surroundings here;
  private final Account account;
  private final Identity identity;
  private final Hop hop;
  private final Runnable proving;
  private final Consumer<Outcome> outcome;
  private @Nullable Proof proof;
  private boolean fresh;
  private long seconds;
  private boolean prolonged;
  private boolean over;
  private Timers.Timer end = Timers.Timer.NONE;
  private @Nullable ClientTransaction transaction;

  /**
   * A try that has not begun.
   *
   * @param seconds to ask for; 0 takes a registration back
   * @param known a proof to begin with; null for none
   * @param proving run when a proof is sent that was asked for
   * @param outcome told once, on a virtual thread
   */
  Try(
      Surroundings here,
      Account account,
      Identity identity,
      Hop hop,
      long seconds,
      @Nullable Proof known,
      Runnable proving,
      Consumer<Outcome> outcome) {
    this.here = here;
    this.account = account;
    this.identity = identity;
    this.hop = hop;
    this.seconds = seconds;
    this.proof = known;
    this.proving = proving;
    this.outcome = outcome;
  }

  Hop hop() {
    return hop;
  }

  synchronized void begin(Duration patience) {
    end =
        here.layer()
            .later(
                patience,
                () -> close(new Outcome.Unanswered("no answer from " + hop + " in time")));
    send();
  }

  /** Forgets about it; nothing is told. */
  synchronized void abandon() {
    over = true;
    release();
  }

  private void release() {
    end.cancel();
    ClientTransaction running = transaction;
    if (running != null) {
      running.abandon();
    }
  }

  private void close(Outcome found) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      release();
    }
    outcome.accept(found);
  }

  private synchronized void send() {
    if (!over) {
      transaction = here.layer().send(request(), hop, this);
    }
  }

  private SipRequest request() {
    SipUri target = SipUri.of(null, account.domain(), account.domainPort());
    RequestBuilder request =
        SipRequest.builder(Method.REGISTER, target)
            .maxForwards(70)
            .from(NameAddress.of(account.address()).withTag(identity.tag()))
            .to(NameAddress.of(account.address()))
            .callId(identity.callId())
            .cseq(identity.sequence().incrementAndGet())
            .contact(contact())
            .header(HeaderName.EXPIRES, Long.toString(seconds))
            .header(HeaderName.USER_AGENT, here.settings().get().userAgent());
    account.path().headers().forEach(proxy -> request.header(HeaderName.ROUTE, proxy));
    Proof shown = proof;
    if (shown != null) {
      shown
          .digest()
          .authorize(Method.REGISTER.name(), target.toString())
          .ifPresent(value -> request.header(shown.header(), value));
    }
    return request.build();
  }

  private NameAddress contact() {
    return NameAddress.of(
        hop.self(account.extension()).withParameter(ProviderLines.MARK, identity.mark()));
  }

  @Override
  public void finalResponse(SipResponse response) {
    switch (response.status()) {
      case 401, 407 -> challenged(response);
      case 423 -> tooBrief(response);
      default -> close(answered(response));
    }
  }

  private Outcome answered(SipResponse response) {
    if (!response.isSuccess()) {
      return refused(response);
    }
    long granted = Granted.of(response, identity.mark(), seconds);
    return seconds > 0 && granted == 0
        ? new Outcome.Refused(response.status(), "registered for no time at all", 0)
        : new Outcome.Accepted(granted, proof);
  }

  private static Outcome refused(SipResponse response) {
    return new Outcome.Refused(
        response.status(),
        response.reason(),
        Granted.number(response.headers().first(HeaderName.RETRY_AFTER)));
  }

  private void challenged(SipResponse response) {
    boolean proxy = response.status() == 407;
    List<String> challenges =
        response.headers().all(proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE);
    if (account.credential().isEmpty()) {
      close(new Outcome.Unproven("it asks for a password, and none is configured"));
      return;
    }
    Proof current = proof;
    DigestClient digest =
        current != null && fresh
            ? current.digest()
            : new DigestClient(account.credential().get(), here.random());
    if (!digest.challenged(challenges)) {
      close(new Outcome.Unproven("it refuses the password, or asks for a proof not known here"));
      return;
    }
    fresh = true;
    proof = new Proof(digest, proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION);
    proving.run();
    send();
  }

  private void tooBrief(SipResponse response) {
    long least = Granted.number(response.headers().first(HeaderName.MIN_EXPIRES));
    if (prolonged || seconds == 0 || least <= seconds || least > LONGEST) {
      close(refused(response));
      return;
    }
    prolonged = true;
    seconds = least;
    send();
  }

  @Override
  public void timeout() {
    close(new Outcome.Unanswered("no answer from " + hop));
  }

  @Override
  public void transportError(String reason) {
    close(new Outcome.Unanswered(hop + ": " + reason));
  }
}
