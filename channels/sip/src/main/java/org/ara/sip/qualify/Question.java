package org.ara.sip.qualify;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Tags;
import org.ara.sip.route.Path;
import org.ara.sip.transaction.ClientTransaction;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.Timers;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Hop;

/** One OPTIONS that asks whether somebody is there; any answer will do. */
final class Question implements ResponseListener {

  private final int limit;
  private final boolean last;
  private final Consumer<Standing> outcome;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final long sent = System.nanoTime();
  private volatile Timers.Timer end = Timers.Timer.NONE;

  private Question(int limit, boolean last, Consumer<Standing> outcome) {
    this.limit = limit;
    this.last = last;
    this.outcome = outcome;
  }

  /**
   * Asks.
   *
   * @param last whether there is nobody else to ask; else one that is not available is none
   * @param outcome told once, on a virtual thread: after twice the limit at the latest
   */
  static void ask(
      TransactionLayer layer,
      Hop hop,
      Aim aim,
      String userAgent,
      boolean last,
      Consumer<Standing> outcome) {
    Question question = new Question(aim.limit(), last, outcome);
    ClientTransaction transaction = layer.send(request(hop, aim, userAgent), hop, question);
    question.end =
        layer.later(
            Duration.ofMillis(2L * aim.limit()),
            () -> {
              transaction.abandon();
              question.close(Standing.LOST);
            });
    if (!question.open.get()) {
      question.end.cancel();
    }
  }

  private static SipRequest request(Hop hop, Aim aim, String userAgent) {
    InetSocketAddress local = hop.local();
    String host = Addresses.literal(local.getAddress());
    SipUri us = SipUri.of("asterisk", host, local.getPort() == 5060 ? 0 : local.getPort());
    SipUri contact = hop.transport().reliable() ? hop.self("asterisk") : us;
    SipUri them = aim.uri();
    RequestBuilder request = SipRequest.builder(Method.OPTIONS, them);
    Path.parse(aim.path()).headers().forEach(header -> request.header(HeaderName.ROUTE, header));
    return request
        .maxForwards(70)
        .from(NameAddress.of(us).withTag(Tags.random()))
        .to(NameAddress.of(them.withParameters(Parameters.NONE)))
        .callId(Tags.random() + '@' + host)
        .cseq(1)
        .contact(NameAddress.of(contact))
        .header(HeaderName.USER_AGENT, userAgent)
        .build();
  }

  private void close(Standing standing) {
    if (open.compareAndSet(true, false)) {
      end.cancel();
      outcome.accept(standing);
    }
  }

  @Override
  public void finalResponse(SipResponse response) {
    if (response.status() == 503 && !last) {
      close(Standing.LOST);
      return;
    }
    long millis = (System.nanoTime() - sent) / 1_000_000;
    close(Standing.of((int) Math.clamp(millis, 1, Integer.MAX_VALUE), limit));
  }

  @Override
  public void timeout() {
    close(Standing.LOST);
  }

  @Override
  public void transportError(String reason) {
    close(Standing.LOST);
  }
}
