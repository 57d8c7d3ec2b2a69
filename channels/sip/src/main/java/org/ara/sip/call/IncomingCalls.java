package org.ara.sip.call;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.ara.module.log.VerboseLog;
import org.ara.pbx.Admission;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.Doorman;
import org.ara.sip.answer.Reachability;
import org.ara.sip.answer.State;
import org.ara.sip.defence.Alarm.Kind;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Tags;
import org.ara.sip.peer.Insecure;
import org.ara.sip.peer.Peer;
import org.ara.sip.rtp.RtpSession;
import org.ara.sip.sdp.LocalMedia;
import org.ara.sip.sdp.OfferAnswer;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.transaction.ServerTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Takes new calls in: who is it, may they, does the number exist, is there a codec and a port; then
 * the dialplan runs.
 */
final class IncomingCalls {

  private static final VerboseLog LIVE = new VerboseLog(IncomingCalls.class);

  private final Line line;
  private final Pbx pbx;
  private final RandomGenerator random;
  private final Partners partners;

  IncomingCalls(Line line, Pbx pbx, RandomGenerator random) {
    this.line = line;
    this.pbx = pbx;
    this.random = random;
    this.partners = new Partners(pbx);
  }

  /** Answers an INVITE outside any dialog; blocks while databases work. */
  void answer(State state, ServerTransaction invite) {
    SipRequest request = invite.request();
    String name = Callers.name(state, request);
    if (Callers.isElsewhere(state, request)) {
      invite.respond(Answers.of(state, request, 404).build());
      return;
    }
    switch (Callers.identify(state, invite, name)) {
      case Lookup.Unavailable<Peer>(Outage outage) ->
          invite.respond(Answers.unavailable(state, request, outage));
      case Lookup.Absent<Peer> _ when state.settings().allowGuest() ->
          admitted(state, invite, Callers.guest(state, request));
      case Lookup.Absent<Peer> _ ->
          invite.respond(Doorman.refuse(state, invite, name, Kind.UNKNOWN, "no such peer"));
      case Lookup.Found<Peer>(Peer peer) -> {
        boolean excused = peer.access().insecure().contains(Insecure.INVITE);
        Optional<SipResponse> refusal =
            excused ? Optional.empty() : Doorman.admit(state, invite, peer);
        if (refusal.isPresent()) {
          invite.respond(refusal.get());
        } else {
          remember(state, invite, peer, excused);
          admitted(state, invite, peer);
        }
      }
    }
  }

  /** Trunks that are known by their address never send a password, however many calls they make. */
  private static void remember(State state, ServerTransaction invite, Peer peer, boolean excused) {
    if ((excused || peer.incoming().isEmpty()) && !peer.whereabouts().dynamic()) {
      state.guard().defence().expected(invite.hop().remote().getAddress());
    }
  }

  private void admitted(State state, ServerTransaction invite, Peer peer) {
    try (Admission.Entry door = pbx.admission().enter()) {
      if (door.refusal().isPresent()) {
        invite.respond(Answers.busy(state, invite.request(), door.refusal().get()));
      } else {
        letIn(state, invite, peer);
      }
    }
  }

  private void letIn(State state, ServerTransaction invite, Peer peer) {
    SipRequest request = invite.request();
    Reachability reach = Reachability.of(invite, peer.access().nat());
    String extension = request.uri() instanceof SipUri uri ? orEmpty(uri.user()) : "";
    CallerId callerId = Callers.callerId(state, request, peer);
    String replaces = request.headers().first(HeaderName.REPLACES);
    if (replaces != null) {
      replace(state, invite, peer, replaces, new Caller(peer, reach, extension, callerId, null));
      return;
    }
    switch (pbx.match(peer.calls().context(), orStart(extension), callerId.number())) {
      case Lookup.Unavailable<Pbx.NumberMatch>(Outage outage) ->
          invite.respond(Answers.unavailable(state, request, outage));
      case Lookup.Absent<Pbx.NumberMatch> _ -> {
        LIVE.tell(
            2,
            "Call from '{}' refused: there is no extension '{}' in context '{}'",
            peer.name(),
            extension,
            peer.calls().context());
        invite.respond(Answers.of(state, request, 404).build());
      }
      case Lookup.Found<Pbx.NumberMatch>(Pbx.NumberMatch match) -> {
        switch (match) {
          case COULD_MATCH -> {
            int status = peer.policy().overlap() ? 484 : 404;
            invite.respond(Answers.of(state, request, status).build());
          }
          case COMPLETE -> media(state, invite, new Caller(peer, reach, extension, callerId, null));
        }
      }
    }
  }

  /** A phone takes the place of another one in a call (RFC 3891). */
  private void replace(
      State state, ServerTransaction invite, Peer peer, String replaces, Caller caller) {
    SipRequest request = invite.request();
    Optional<Channel> host =
        Replaces.parse(replaces)
            .map(Replaces::dialog)
            .flatMap(line.calls()::of)
            .map(Conversation::channel)
            .flatMap(partners::of);
    if (!peer.policy().transfers()) {
      invite.respond(Answers.of(state, request, 603, "Declined"));
    } else if (host.isEmpty()) {
      invite.respond(Answers.of(state, request, 481).build());
    } else {
      media(state, invite, caller.joining(host.get()));
    }
  }

  /**
   * Who calls what.
   *
   * @param host whom to talk with, in the place of another; null for a call into the dialplan
   */
  private record Caller(
      Peer peer, Reachability reach, String extension, CallerId callerId, @Nullable Channel host) {
    Caller joining(Channel other) {
      return new Caller(peer, reach, extension, callerId, other);
    }
  }

  private void media(State state, ServerTransaction invite, Caller caller) {
    SipRequest request = invite.request();
    Peer peer = caller.peer();
    OptionalInt tooShort = SessionTerms.tooShort(request, peer.policy().session());
    if (tooShort.isPresent()) {
      invite.respond(Answers.tooShort(state, request, tooShort.getAsInt()));
      return;
    }
    Optional<Place> place = line.calls().uses().take(peer.key(), peer.policy().limit());
    if (place.isEmpty()) {
      String reason = "Temporarily Unavailable (Call limit)";
      invite.respond(Answers.of(state, request, 480, reason));
      return;
    }
    Optional<RtpSession> session =
        state.mediaPorts().open(invite.hop().remote().getAddress(), caller.reach().comedia());
    if (session.isEmpty()) {
      place.get().free();
      invite.respond(Answers.busy(state, request, "no media port"));
      return;
    }
    LocalMedia local =
        LegMedia.local(
            state,
            invite.hop(),
            session.get(),
            peer.media().codecs(),
            peer.media().keys().events());
    LegMedia media =
        new LegMedia(
            session.get(), new OfferAnswer(local, 1 + random.nextInt(1 << 30)), place.get());
    try {
      Outcome outcome = request.sharedBody().length > 0 ? outcome(request, media) : null;
      Optional<SipResponse> refusal = refusal(state, request, outcome);
      if (refusal.isEmpty()) {
        String description = outcome instanceof Outcome.Agreed agreed ? agreed.answer() : null;
        run(invite, caller, media, description);
        return;
      }
      media.close();
      invite.respond(refusal.get());
    } catch (RuntimeException e) { // an unreadable Contact, say, which is answered further up
      media.close();
      throw e;
    }
  }

  private static Outcome outcome(SipRequest request, LegMedia media) {
    return LegMedia.describes(request)
        ? media.answer(request)
        : new Outcome.Refused("the body is not " + LegMedia.TYPE);
  }

  private static Optional<SipResponse> refusal(
      State state, SipRequest request, @Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> Optional.empty();
      case Outcome.Agreed _ -> Optional.empty();
      case Outcome.Refused(String why) when !LegMedia.describes(request) ->
          Optional.of(
              Answers.warning(state, request, 415, why)
                  .header(HeaderName.ACCEPT, LegMedia.TYPE)
                  .build());
      case Outcome.Refused(String why) ->
          Optional.of(Answers.warning(state, request, 488, why).build());
      case Outcome.Malformed(String why) ->
          Optional.of(Answers.warning(state, request, 400, why).build());
    };
  }

  private void run(
      ServerTransaction invite, Caller caller, LegMedia media, @Nullable String description) {
    SipRequest request = invite.request();
    Peer peer = caller.peer();
    String extension = caller.extension();
    NameAddress contact = Line.contact(extension.isEmpty() ? null : extension, invite.hop());
    Dialog dialog =
        Dialog.answering(request, Tags.random(), contact, invite.hop(), caller.reach().useSource());
    String name = peer.name().isEmpty() ? "guest" : peer.name();
    Channel channel =
        pbx.open(
            peer.technology() + '/' + name,
            caller.callerId(),
            it -> new IncomingLeg(line, invite, it, dialog, media, description, peer));
    Variables.set(channel, peer);
    if (channel.leg() instanceof IncomingLeg leg) {
      leg.watchForCancel();
    }
    Channel host = caller.host();
    if (host == null) {
      pbx.run(channel, peer.calls().context(), extension);
    } else if (!partners.replace(host, channel)) {
      channel.hangUp(HangupCause.NO_ANSWER);
    }
  }

  private static String orStart(String extension) {
    return extension.isEmpty() ? "s" : extension;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
