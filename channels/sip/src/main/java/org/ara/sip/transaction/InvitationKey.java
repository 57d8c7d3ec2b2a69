package org.ara.sip.transaction;

import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;

/**
 * What an INVITE that begins a dialog keeps on every way to us, while its branch differs from way
 * to way (RFC 3261 section 8.2.2.2).
 *
 * @param callId Call-ID
 * @param tag the caller's
 * @param sequence the CSeq number
 */
record InvitationKey(String callId, String tag, long sequence) {

  /** Whether the request begins a dialog. */
  static boolean begins(SipRequest request) {
    return request.method().equals(Method.INVITE)
        && request.to().tag() == null
        && request.from().tag() != null;
  }

  static InvitationKey of(SipRequest invite) {
    return new InvitationKey(
        invite.callId(), String.valueOf(invite.from().tag()), invite.cseq().number());
  }
}
