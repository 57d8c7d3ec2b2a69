package org.ara.sip.answer;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.defence.Guard;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.transport.Hop;

/**
 * Answers requests that would make too much work before they make any: without a transaction, a
 * thread or a question to a database. What is asked for a password here gets the same challenge as
 * everybody, so that nobody can tell which names there are.
 */
public final class Gate {

  private static final Set<Method> GUARDED =
      Set.of(Method.REGISTER, Method.INVITE, Method.SUBSCRIBE, Method.MESSAGE, Method.PUBLISH);

  private Gate() {}

  /** What to answer at once; empty if the request may go its way. */
  public static Optional<SipResponse> answer(State state, SipRequest request, Hop from) {
    try {
      return isGuarded(state, request.method()) && request.to().tag() == null
          ? judge(state, request, from)
          : Optional.empty();
    } catch (SipSyntaxException e) {
      return Optional.empty(); // refused by whoever reads it
    }
  }

  private static boolean isGuarded(State state, Method method) {
    return GUARDED.contains(method)
        || (method.equals(Method.OPTIONS) && state.settings().recognition().ofQuestions());
  }

  private static Optional<SipResponse> judge(State state, SipRequest request, Hop from) {
    Guard guard = state.guard();
    InetAddress source = from.remote().getAddress();
    List<String> proofs = request.headers().all(HeaderName.AUTHORIZATION);
    Optional<String> name =
        proofs.isEmpty() ? Optional.empty() : state.digest(request).claimant(proofs);
    if (name.isPresent()) {
      if (guard.defence().mayTry(source, name.get())) {
        return Optional.empty();
      }
      guard.alarm().tell(Kind.TOO_MANY, guard.defence(), name.get(), request, from);
      return Optional.of(
          Answers.of(state, request, 503)
              .header(HeaderName.RETRY_AFTER, Answers.RETRY_SECONDS)
              .build());
    }
    if (guard.defence().mayAsk(source)) {
      return Optional.empty();
    }
    guard.alarm().tell(Kind.TOO_MANY, guard.defence(), "", request, from);
    return Optional.of(Answers.challenge(state, request, state.digest(request).challenges()));
  }
}
