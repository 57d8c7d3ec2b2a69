package org.ara.sip.call;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ara.pbx.HangupCause;
import org.ara.pbx.TransferResult;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.State;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.CallPolicy;
import org.ara.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;

/**
 * What this server asks or tells a far end within a dialog.
 *
 * @param policy what the far end may be sent
 * @param digest answers challenges; empty where no password is configured
 */
record Requests(
    Supplier<State> state,
    TransactionLayer layer,
    Dialog dialog,
    CallPolicy policy,
    Optional<DigestClient> digest) {

  /** Whether somebody says that it takes UPDATE. */
  static boolean takesUpdate(SipMessage theirs) {
    return theirs.headers().values(HeaderName.ALLOW).stream()
        .anyMatch(method -> method.equalsIgnoreCase(Method.UPDATE.name()));
  }

  /** A request with this server's name on it. */
  RequestBuilder named(Method method) {
    return dialog.request(method).header(HeaderName.USER_AGENT, state.get().settings().userAgent());
  }

  private void send(Supplier<SipRequest> makes, DialogRequest.Outcome outcome) {
    new DialogRequest(layer, dialog, digest.map(DigestClient::again), makes, outcome).send();
  }

  /** Ends the call. */
  void bye(HangupCause cause) {
    String reason = Causes.reason(cause);
    send(
        () -> named(Method.BYE).header(HeaderName.REASON, reason).build(),
        DialogRequest.Outcome.IGNORED);
  }

  /** Tells by INFO that a key was pressed, unless the far end does not take that. */
  void tell(char key, boolean brief) {
    if (!policy.takes(Method.INFO)) {
      return;
    }
    send(
        () -> named(Method.INFO).body(InfoDigits.type(brief), InfoDigits.body(key, brief)).build(),
        DialogRequest.Outcome.IGNORED);
  }

  /** Asks the far end to call somebody else (RFC 3515); blocks until it answers. */
  TransferResult refer(SipUri to) {
    if (!policy.takes(Method.REFER)) {
      return TransferResult.FAILURE;
    }
    CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    send(
        () ->
            named(Method.REFER)
                .header(HeaderName.REFER_TO, NameAddress.of(to).toString())
                .header(HeaderName.REFERRED_BY, dialog.contact().toString())
                .build(),
        new DialogRequest.Outcome() {
          @Override
          public void answered(SipResponse response) {
            accepted.complete(response.isSuccess());
          }

          @Override
          public void lost() {
            accepted.complete(false);
          }
        });
    return accepted.join() ? TransferResult.SUCCESS : TransferResult.FAILURE;
  }

  /** Where a destination of the dialplan is: a number here, or one at a host. */
  Optional<SipUri> destination(String text) {
    try {
      if (text.indexOf('@') >= 0) {
        return Optional.of(SipUri.parse("sip:" + text));
      }
      return dialog.contact().uri() instanceof SipUri here
          ? Optional.of(here.withUser(text))
          : Optional.empty();
    } catch (SipSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Tells how a transfer goes that the far end asked for (RFC 3515 section 2.4.4). */
  void notify(long refer, String line, boolean last) {
    String state = last ? "terminated;reason=noresource" : "active;expires=60";
    send(
        () ->
            named(Method.NOTIFY)
                .header(HeaderName.EVENT, "refer;id=" + refer)
                .header(HeaderName.SUBSCRIPTION_STATE, state)
                .body("message/sipfrag;version=2.0", LegMedia.bytes("SIP/2.0 " + line + "\r\n"))
                .build(),
        DialogRequest.Outcome.IGNORED);
  }

  /** An INVITE with a description. */
  SipRequest invite(UnaryOperator<RequestBuilder> terms, String description) {
    return terms
        .apply(named(Method.INVITE))
        .header(HeaderName.ALLOW, Answers.ALLOWED)
        .header(HeaderName.SUPPORTED, Answers.SUPPORTED)
        .body(LegMedia.TYPE, LegMedia.bytes(description))
        .build();
  }

  /** Refreshes the session without talking of media (RFC 3311). */
  void update(UnaryOperator<RequestBuilder> terms, SessionKeeper.Outcome outcome) {
    AtomicReference<@Nullable SipRequest> last = new AtomicReference<>();
    send(
        () -> last.updateAndGet(before -> terms.apply(named(Method.UPDATE)).build()),
        new DialogRequest.Outcome() {
          @Override
          public void answered(SipResponse response) {
            outcome.answered(Objects.requireNonNull(last.get()), response);
          }

          @Override
          public void lost() {
            outcome.lost();
          }
        });
  }
}
