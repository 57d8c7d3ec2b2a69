package org.ara.sip.answer;

import java.util.Optional;
import org.ara.sip.digest.Credential;
import org.ara.sip.digest.Verdict;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.Peer;

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
  public static Optional<SipResponse> admit(State state, SipRequest request, Peer peer) {
    Optional<Credential> secret = peer.incoming();
    return secret.isEmpty()
        ? Optional.empty()
        : judge(state, request, secret.get(), "wrong password or user name");
  }

  /**
   * Refuses somebody who is nobody, or may not be who they say.
   *
   * @param name who they say they are
   * @param why for the log
   */
  public static SipResponse refuse(State state, SipRequest request, String name, String why) {
    if (!state.settings().alwaysReject()) {
      state.complaints().info("{} from '{}' refused: {}", request.method(), name, why);
      return Answers.of(state, request, 404, "Not found");
    }
    return judge(state, request, state.digest().nobody(name), why)
        .orElseGet(() -> forbidden(state, request));
  }

  private static Optional<SipResponse> judge(
      State state, SipRequest request, Credential secret, String why) {
    Verdict verdict =
        state
            .digest()
            .judge(
                request.method().name(),
                request.uri().toString(),
                request.headers().all(HeaderName.AUTHORIZATION),
                secret);
    return switch (verdict) {
      case Verdict.Accepted _ -> Optional.empty();
      case Verdict.Challenged(boolean stale) ->
          Optional.of(Answers.challenge(state, request, state.digest().challenges(secret, stale)));
      case Verdict.Rejected _ -> {
        state
            .complaints()
            .info("{} from '{}' refused: {}", request.method(), secret.username(), why);
        yield Optional.of(forbidden(state, request));
      }
    };
  }

  private static SipResponse forbidden(State state, SipRequest request) {
    return Answers.of(state, request, 403).build();
  }
}
