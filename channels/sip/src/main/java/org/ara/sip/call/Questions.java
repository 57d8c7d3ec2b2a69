package org.ara.sip.call;

import java.util.Objects;
import org.ara.pbx.Pbx;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.Doorman;
import org.ara.sip.answer.State;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Peer;
import org.ara.sip.transaction.ServerTransaction;

/**
 * Answers OPTIONS outside any dialog: what this server can do, and, to those who prove who they
 * are, whether a number exists.
 *
 * @param pbx knows the numbers
 */
record Questions(Pbx pbx) {

  /** Answers one; strangers learn nothing of numbers, and cost no look at the dialplan. */
  void answer(State state, ServerTransaction options) {
    if (state.settings().recognition().ofQuestions()) {
      judge(state, options);
    } else {
      options.respond(Answers.options(state, options.request()));
    }
  }

  private void judge(State state, ServerTransaction options) {
    SipRequest request = options.request();
    String name = Callers.name(state, request);
    options.respond(
        switch (Callers.identify(state, options, name)) {
          case Lookup.Unavailable<Peer>(Outage outage) ->
              Answers.unavailable(state, request, outage);
          case Lookup.Absent<Peer> _ when state.settings().allowGuest() ->
              known(state, request, Callers.guest(state, request));
          case Lookup.Absent<Peer> _ ->
              Doorman.refuse(state, options, name, Kind.UNKNOWN, "no such peer");
          case Lookup.Found<Peer>(Peer peer) ->
              Doorman.admit(state, options, peer).orElseGet(() -> known(state, request, peer));
        });
  }

  /** 200 where the number exists, or none is asked for. */
  private SipResponse known(State state, SipRequest request, Peer peer) {
    String number =
        request.uri() instanceof SipUri uri ? Objects.requireNonNullElse(uri.user(), "") : "";
    if (number.isEmpty()) {
      return Answers.options(state, request);
    }
    return switch (pbx.match(peer.calls().context(), number, peer.calls().callerId().number())) {
      case Lookup.Unavailable<Pbx.NumberMatch>(Outage outage) ->
          Answers.unavailable(state, request, outage);
      case Lookup.Absent<Pbx.NumberMatch> _ -> Answers.of(state, request, 404).build();
      case Lookup.Found<Pbx.NumberMatch>(Pbx.NumberMatch match) ->
          switch (match) {
            case COULD_MATCH -> Answers.of(state, request, 484).build();
            case COMPLETE -> Answers.options(state, request);
          };
    };
  }
}
