package org.ara.sip.call;

import java.util.List;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Uri;
import org.ara.sip.transport.Hop;

/**
 * A peer-to-peer relation of two user agents (RFC 3261 section 12): who they are, where requests go
 * and how they are numbered. Safe for several threads.
 */
public final class Dialog {

  private final DialogId id;
  private final NameAddress local;
  private final NameAddress remote;
  private final NameAddress contact;
  private final List<NameAddress> routes;
  private final boolean fixedHop;
  private final boolean always;
  private final Hop flow;
  private Uri target;
  private Hop hop;
  private long localSequence;
  private long remoteSequence;

  private Dialog(
      DialogId id,
      NameAddress local,
      NameAddress remote,
      NameAddress contact,
      List<NameAddress> routes,
      boolean fixedHop,
      boolean always,
      Uri target,
      Hop hop,
      long localSequence,
      long remoteSequence) {
    this.id = id;
    this.local = local;
    this.remote = remote;
    this.contact = contact;
    this.routes = routes;
    this.fixedHop = fixedHop;
    this.always = always;
    this.target = target;
    this.flow = hop;
    this.hop = hop;
    this.localSequence = localSequence;
    this.remoteSequence = remoteSequence;
  }

  /**
   * The dialog of an INVITE that this server answers (section 12.1.1).
   *
   * @param tag our tag
   * @param contact where the far end reaches us
   * @param hop where the INVITE came from
   * @param fixedHop whether requests go there, whatever the far end's Contact says
   */
  public static Dialog answering(
      SipRequest invite, String tag, NameAddress contact, Hop hop, boolean fixedHop) {
    String theirs = invite.from().tag();
    List<NameAddress> contacts = invite.contacts();
    Dialog dialog =
        new Dialog(
            new DialogId(invite.callId(), tag, theirs == null ? "" : theirs),
            invite.to().withTag(tag),
            invite.from(),
            contact,
            invite.recordRoutes(),
            fixedHop,
            false,
            contacts.isEmpty() ? invite.from().uri() : contacts.getFirst().uri(),
            hop,
            0,
            invite.cseq().number());
    dialog.findHop();
    return dialog;
  }

  /**
   * The dialog that a response with a To tag made (section 12.1.2).
   *
   * @param hop where the INVITE went to
   * @param fixedHop whether requests go there, unless a proxy wants them
   * @param always whether they go there in any case
   */
  static Dialog calling(
      SipRequest invite,
      SipResponse response,
      NameAddress contact,
      Hop hop,
      boolean fixedHop,
      boolean always) {
    String theirs = response.to().tag();
    String ours = invite.from().tag();
    List<NameAddress> contacts = response.contacts();
    Dialog dialog =
        new Dialog(
            new DialogId(invite.callId(), ours == null ? "" : ours, theirs == null ? "" : theirs),
            invite.from(),
            response.to(),
            contact,
            response.recordRoutes().reversed(),
            fixedHop,
            always,
            contacts.isEmpty() ? invite.uri() : contacts.getFirst().uri(),
            hop,
            invite.cseq().number(),
            -1);
    dialog.findHop();
    return dialog;
  }

  public DialogId id() {
    return id;
  }

  public NameAddress contact() {
    return contact;
  }

  /** Where requests go: over the connection that the dialog came on, as long as that is open. */
  synchronized Hop hop() {
    if (flow.transport().reliable()) {
      if (flow.isOpen()) {
        return flow;
      }
      locate();
    }
    return hop;
  }

  /**
   * Notes a request of the far end.
   *
   * @return whether it is newer than the ones before (section 12.2.2)
   */
  public synchronized boolean isNext(SipRequest request) {
    long number = request.cseq().number();
    if (number <= remoteSequence) {
      return false;
    }
    remoteSequence = number;
    return true;
  }

  /** A request that refreshes the target: the far end may have moved. */
  public synchronized void retarget(List<NameAddress> contacts) {
    if (!contacts.isEmpty()) {
      target = contacts.getFirst().uri();
      findHop();
    }
  }

  /** A new request of ours, without Via. */
  public synchronized RequestBuilder request(Method method) {
    localSequence++;
    return numbered(method, localSequence);
  }

  /** The ACK of a 2xx to an INVITE, with the same credentials (section 22.1). */
  synchronized SipRequest ack(SipRequest invite) {
    RequestBuilder ack = numbered(Method.ACK, invite.cseq().number());
    for (String name : List.of(HeaderName.AUTHORIZATION, HeaderName.PROXY_AUTHORIZATION)) {
      invite.headers().all(name).forEach(value -> ack.header(name, value));
    }
    return ack.build();
  }

  private RequestBuilder numbered(Method method, long number) {
    boolean strict = !routes.isEmpty() && !isLoose(routes.getFirst());
    RequestBuilder request = SipRequest.builder(method, strict ? routes.getFirst().uri() : target);
    for (NameAddress route : strict ? routes.subList(1, routes.size()) : routes) {
      request.header(HeaderName.ROUTE, route.toString());
    }
    if (strict) {
      request.header(HeaderName.ROUTE, NameAddress.of(target).toString());
    }
    return request
        .maxForwards(70)
        .from(local)
        .to(remote)
        .callId(id.callId())
        .cseq(number)
        .contact(contact);
  }

  private static boolean isLoose(NameAddress route) {
    return route.uri() instanceof SipUri uri && uri.parameters().contains("lr");
  }

  private void findHop() {
    if (!flow.transport().reliable()) {
      locate();
    }
  }

  private void locate() {
    Uri next = routes.isEmpty() ? target : routes.getFirst().uri();
    if (!always && (!fixedHop || !routes.isEmpty()) && next instanceof SipUri uri) {
      Destinations.resolve(uri).ifPresent(address -> hop = hop.towards(address));
    }
  }
}
