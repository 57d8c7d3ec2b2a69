package org.ara.sip.nudge;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.sip.answer.State;
import org.ara.sip.call.Target;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Tags;
import org.ara.sip.route.Router;
import org.ara.sip.transaction.ResponseListener;
import org.ara.sip.transaction.TransactionLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends peers a NOTIFY outside any subscription. */
public final class Nudges {

  private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);
  private static final String USER = "asterisk";

  private final Supplier<State> state;
  private final TransactionLayer layer;
  private final Router router;

  public Nudges(Supplier<State> state, TransactionLayer layer, Router router) {
    this.state = state;
    this.layer = layer;
    this.router = router;
  }

  /**
   * Sends one; blocks while the database and name servers are asked.
   *
   * @return why not; empty if it is on its way
   */
  public Optional<String> send(String peer, Nudge nudge) {
    return switch (Target.of(peer, state.get().peers(), router)) {
      case Target.Unreachable(var _, String why) -> Optional.of(why);
      case Target.Reachable there -> send(peer, there, nudge);
    };
  }

  private Optional<String> send(String peer, Target.Reachable there, Nudge nudge) {
    try {
      RequestBuilder request = outside(state.get(), there, USER);
      nudge.plain().forEach(field -> request.header(field.name(), field.value()));
      if (nudge.headers().stream()
          .noneMatch(field -> field.name().equalsIgnoreCase(HeaderName.SUBSCRIPTION_STATE))) {
        request.header(HeaderName.SUBSCRIPTION_STATE, "terminated");
      }
      if (!nudge.body().isEmpty()) {
        String body = String.join("\r\n", nudge.body()) + "\r\n";
        request.body(nudge.type(), body.getBytes(StandardCharsets.UTF_8));
      }
      layer.send(request.build(), there.hop(), new Answered(peer));
      return Optional.empty();
    } catch (SipSyntaxException | IllegalArgumentException unwritable) {
      return Optional.of(String.valueOf(unwritable.getMessage()));
    }
  }

  /**
   * A NOTIFY to a peer that has no subscription.
   *
   * @param user of our address
   */
  public static RequestBuilder outside(State state, Target.Reachable there, String user) {
    SipUri us = there.hop().self(user);
    RequestBuilder request = SipRequest.builder(Method.NOTIFY, there.uri());
    there.peer().way().headers().forEach(proxy -> request.header(HeaderName.ROUTE, proxy));
    return request
        .maxForwards(70)
        .from(NameAddress.of(us.withParameters(Parameters.NONE)).withTag(Tags.random()))
        .to(NameAddress.of(there.uri().withParameters(Parameters.NONE)))
        .callId(Tags.random() + '@' + us.host())
        .cseq(1)
        .contact(NameAddress.of(us))
        .header(HeaderName.USER_AGENT, state.settings().userAgent());
  }

  /** Tells the log what a phone says to it. */
  private record Answered(String peer) implements ResponseListener {

    @Override
    public void finalResponse(SipResponse response) {
      LOG.debug("peer '{}' answers {} to a NOTIFY", peer, response.status());
    }

    @Override
    public void timeout() {
      LOG.warn("peer '{}' does not answer a NOTIFY", peer);
    }

    @Override
    public void transportError(String reason) {
      LOG.warn("a NOTIFY to peer '{}' was not sent: {}", peer, reason);
    }
  }
}
