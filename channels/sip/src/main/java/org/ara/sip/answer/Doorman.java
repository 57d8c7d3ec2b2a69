package org.ara.sip.answer;

import java.net.InetAddress;
import java.util.Optional;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.defence.Guard;
import org.ara.sip.digest.Credential;
import org.ara.sip.digest.DigestServer;
import org.ara.sip.digest.Verdict;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.Peer;
import org.ara.sip.transaction.ServerTransaction;

/**
 * Lets requests in that prove to come from a peer. Who is refused cannot tell an unknown name from
 * a wrong password, unless {@code alwaysauthreject=no}.
 */
public final class Doorman {

  private Doorman() {}

  /**
   * Asks for a peer's password.
   *
   * @return nothing if the request may pass, else what to answer
   */
  public static Optional<SipResponse> admit(State state, ServerTransaction transaction, Peer peer) {
    Optional<Credential> secret = peer.incoming();
    return secret.isEmpty()
        ? Optional.empty()
        : judge(
            state,
            state.digest(transaction.request(), peer),
            transaction,
            secret.get(),
            Kind.WRONG_PASSWORD,
            "wrong password or user name");
  }

  /**
   * Refuses somebody who is nobody, or may not be who they say.
   *
   * @param name who they say they are
   * @param kind of the event that tells it
   * @param why for the log
   */
  public static SipResponse refuse(
      State state, ServerTransaction transaction, String name, Kind kind, String why) {
    SipRequest request = transaction.request();
    if (!state.settings().alwaysReject()) {
      refused(state, transaction, name, kind, why);
      return Answers.of(state, request, 404, "Not found");
    }
    DigestServer digest = state.digest(request);
    return judge(state, digest, transaction, digest.nobody(name), kind, why)
        .orElseGet(() -> forbidden(state, request));
  }

  private static Optional<SipResponse> judge(
      State state,
      DigestServer digest,
      ServerTransaction transaction,
      Credential secret,
      Kind kind,
      String why) {
    SipRequest request = transaction.request();
    Verdict verdict =
        digest.judge(
            request.method().name(),
            request.uri().toString(),
            request.headers().all(HeaderName.AUTHORIZATION),
            secret);
    return switch (verdict) {
      case Verdict.Accepted _ -> {
        state.guard().defence().proved(source(transaction), secret.username());
        yield Optional.empty();
      }
      case Verdict.Challenged(boolean stale) ->
          Optional.of(Answers.challenge(state, request, digest.challenges(stale)));
      case Verdict.Rejected _ -> {
        refused(state, transaction, secret.username(), kind, why);
        yield Optional.of(forbidden(state, request));
      }
    };
  }

  private static void refused(
      State state, ServerTransaction transaction, String name, Kind kind, String why) {
    Guard guard = state.guard();
    guard.defence().failed(source(transaction), name);
    guard.alarm().tell(kind, guard.defence(), name, transaction.request(), transaction.hop());
    if (state.settings().recognition().told()
        && transaction.request().method().equals(Method.REGISTER)) {
      guard.alarm().rejected(cause(state, transaction, kind, name), name, transaction.hop());
    }
    state
        .complaints()
        .info(
            "{} from '{}' at {} refused: {}",
            transaction.request().method(),
            name,
            transaction.hop(),
            why);
  }

  private static String cause(State state, ServerTransaction transaction, Kind kind, String name) {
    SipRequest request = transaction.request();
    boolean other =
        kind == Kind.WRONG_PASSWORD
            && state
                .digest(request)
                .claimant(request.headers().all(HeaderName.AUTHORIZATION))
                .filter(claimed -> !claimed.equals(name))
                .isPresent();
    return other ? "AUTH_USERNAME_MISMATCH" : kind.cause();
  }

  private static InetAddress source(ServerTransaction transaction) {
    return transaction.hop().remote().getAddress();
  }

  private static SipResponse forbidden(State state, SipRequest request) {
    return Answers.of(state, request, 403).build();
  }
}
