package org.ara.sip.call;

import org.ara.pbx.CallerId;
import org.ara.sip.answer.Answers;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Tags;
import org.ara.sip.peer.CallStyle;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** Writes the INVITE of a call that goes out. */
final class Invitations {

  private static final String NOBODY = "anonymous";

  /** Who does not want to be shown (RFC 3323 section 4.1.1.3). */
  private static final NameAddress HIDDEN =
      new NameAddress("Anonymous", SipUri.of(NOBODY, "anonymous.invalid", 0), Parameters.NONE);

  private Invitations() {}

  /**
   * The INVITE.
   *
   * @param caller what to show to the callee
   * @param offer a session description
   */
  static SipRequest first(
      Line line, Target.Reachable target, Hop hop, CallerId caller, String offer) {
    String host = Addresses.literal(hop.local().getAddress());
    NameAddress from = from(target.peer(), caller, host, hop.local().getPort());
    String user = from.uri() instanceof SipUri uri ? uri.user() : null;
    return terms(target.peer().policy().session())
        .ask(
            Identities.show(
                invite(line, target, hop, offer, from, user, host),
                target.peer().style().identity(),
                caller,
                SipUri.of(null, host, 0)),
            target.peer().policy().session().minimum())
        .build();
  }

  /** What to ask for: nothing, unless session timers are to be originated. */
  private static SessionTerms terms(SessionPolicy policy) {
    return policy.mode() == SessionPolicy.Mode.ORIGINATE
        ? new SessionTerms(policy.expires(), policy.refresher() == SessionPolicy.Refresher.UAC)
        : SessionTerms.NONE;
  }

  private static RequestBuilder invite(
      Line line,
      Target.Reachable target,
      Hop hop,
      String offer,
      NameAddress from,
      @Nullable String user,
      String host) {
    CallStyle style = target.peer().style();
    RequestBuilder request =
        SipRequest.builder(Method.INVITE, dialled(target.uri(), style))
            .maxForwards(style.hops())
            .from(from.withTag(Tags.random()))
            .to(NameAddress.of(target.uri().withParameters(Parameters.NONE)))
            .callId(Tags.random() + '@' + host)
            .cseq(1)
            .contact(Line.contact(user, hop))
            .header(HeaderName.ALLOW, Answers.ALLOWED)
            .header(HeaderName.SUPPORTED, supported(target.peer()))
            .header(HeaderName.USER_AGENT, line.state().get().settings().userAgent())
            .body(LegMedia.TYPE, LegMedia.bytes(offer));
    target.peer().way().headers().forEach(h -> request.header(HeaderName.ROUTE, h));
    for (String header : style.headers()) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return request;
  }

  /** Who does not take PRACK must not answer in a way that needs one. */
  private static String supported(Peer peer) {
    return peer.policy().takes(Method.PRACK) ? Answers.SUPPORTED : "replaces, timer";
  }

  /** A number is said to be one where the peer wants that (RFC 3261 section 19.1.1). */
  private static SipUri dialled(SipUri uri, CallStyle style) {
    String user = uri.user();
    return style.phone() && user != null && user.matches("[+]?[-0-9*#.()]+")
        ? uri.withParameter("user", "phone")
        : uri;
  }

  private static NameAddress from(Peer peer, CallerId caller, String host, int port) {
    String configured = peer.calls().fromUser();
    if (caller.presentation().hidden() && configured.isEmpty()) {
      return HIDDEN;
    }
    String shown = oneLine(caller.name());
    String number = caller.number().isEmpty() ? NOBODY : oneLine(caller.number());
    String domain = peer.calls().fromDomain();
    SipUri uri =
        domain.isEmpty()
            ? SipUri.of(null, host, port == 5060 ? 0 : port)
            : SipUri.parse("sip:" + domain);
    return new NameAddress(
        shown.isEmpty() ? null : shown,
        uri.withUser(configured.isEmpty() ? number : configured),
        Parameters.NONE);
  }

  /** What a dialplan or a row made of a caller is data: it may not begin a line of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
