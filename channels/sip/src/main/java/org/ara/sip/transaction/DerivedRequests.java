package org.ara.sip.transaction;

import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;

/** Requests that belong to an INVITE and are made from it. */
final class DerivedRequests {
  private DerivedRequests() {}

  /** The ACK of a final response other than 2xx (RFC 3261 section 17.1.1.3). */
  static SipRequest ack(SipRequest invite, SipResponse response) {
    String to = response.headers().first(HeaderName.TO);
    return common(invite, Method.ACK, to == null ? invite.to().toString() : to);
  }

  /** The CANCEL (RFC 3261 section 9.1). */
  static SipRequest cancel(SipRequest invite) {
    String to = invite.headers().first(HeaderName.TO);
    return common(invite, Method.CANCEL, to == null ? invite.to().toString() : to);
  }

  private static SipRequest common(SipRequest invite, Method method, String to) {
    RequestBuilder builder = SipRequest.builder(method, invite.uri()).via(invite.topVia());
    for (String route : invite.headers().all(HeaderName.ROUTE)) {
      builder.header(HeaderName.ROUTE, route);
    }
    return builder
        .maxForwards(70)
        .from(invite.from())
        .header(HeaderName.TO, to)
        .callId(invite.callId())
        .cseq(invite.cseq().number())
        .build();
  }
}
