package org.ara.sip.call;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;

/**
 * What identifies a dialog to this server (RFC 3261 section 12).
 *
 * @param callId Call-ID
 * @param ours our tag
 * @param theirs the far end's tag; empty for a far end older than tags
 */
public record DialogId(String callId, String ours, String theirs) {

  /** All dialogs that one INVITE of ours can make: this without the far end's tag. */
  DialogId half() {
    return new DialogId(callId, ours, "");
  }

  /** The dialog that a response to an INVITE of ours makes. */
  static DialogId of(SipRequest invite, SipResponse response) {
    String ours = invite.from().tag();
    String theirs = response.to().tag();
    return new DialogId(invite.callId(), ours == null ? "" : ours, theirs == null ? "" : theirs);
  }

  /** The dialog that a request of the far end belongs to. */
  public static DialogId of(SipRequest request) {
    String to = request.to().tag();
    String from = request.from().tag();
    return new DialogId(request.callId(), to == null ? "" : to, from == null ? "" : from);
  }
}
