package org.ara.sip.call;

import org.ara.pbx.CallerId;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.CallStyle;
import org.jspecify.annotations.Nullable;

/**
 * Callers as they are shown beside From, among those who trust each other: {@code
 * P-Asserted-Identity} (RFC 3325) and the older {@code Remote-Party-ID}.
 */
final class Identities {

  private static final String ASSERTED = "P-Asserted-Identity";
  private static final String REMOTE_PARTY = "Remote-Party-ID";

  private Identities() {}

  /** Shows who calls, the way the callee wants it. */
  static RequestBuilder show(
      RequestBuilder invite, CallStyle.Identity how, CallerId caller, SipUri place) {
    if (caller.number().isEmpty()) {
      return invite;
    }
    String name = caller.name().replaceAll("\\p{Cntrl}", " ");
    String number = caller.number().replaceAll("\\p{Cntrl}", " ");
    NameAddress who =
        new NameAddress(name.isEmpty() ? null : name, place.withUser(number), Parameters.NONE);
    return switch (how) {
      case NONE -> invite;
      case PAI -> invite.header(ASSERTED, who.toString());
      case RPID -> invite.header(REMOTE_PARTY, who + ";party=calling;privacy=off;screen=no");
    };
  }

  /** Who calls as the request says in such a header; null where it does not. */
  static @Nullable CallerId shown(SipRequest request) {
    String header = request.headers().first(ASSERTED);
    header = header == null ? request.headers().first(REMOTE_PARTY) : header;
    if (header == null) {
      return null;
    }
    try {
      NameAddress who = NameAddress.parse(header);
      String number = who.uri() instanceof SipUri uri ? uri.user() : null;
      String name = who.displayName();
      return number == null ? null : new CallerId(name == null ? "" : name, number);
    } catch (SipSyntaxException unreadable) {
      return null;
    }
  }
}
