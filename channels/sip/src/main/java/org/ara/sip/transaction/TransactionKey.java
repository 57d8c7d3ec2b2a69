package org.ara.sip.transaction;

import java.util.Locale;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.Via;

/**
 * What makes two messages belong to one transaction (RFC 3261 sections 17.1.3 and 17.2.3).
 *
 * @param branch that of the topmost Via, or what stands for it in an RFC 2543 request
 * @param sentBy host and port of the topmost Via; empty for client transactions, whose branch we
 *     chose
 * @param method INVITE for the ACK of an INVITE too
 */
record TransactionKey(String branch, String sentBy, Method method) {
  /**
   * The key of the server transaction that a request belongs to, as if its method were this one.
   */
  static TransactionKey server(SipRequest request, Method method) {
    Via via = request.topVia();
    String branch = via.branch();
    if (branch == null || !branch.startsWith(Via.MAGIC_COOKIE)) {
      return new TransactionKey(rfc2543(request), "", method);
    }
    return new TransactionKey(
        branch, via.host().toLowerCase(Locale.ROOT) + ":" + via.port(), method);
  }

  /** To is left out: its tag differs between an INVITE and the ACK of its answer. */
  private static String rfc2543(SipRequest request) {
    return String.join(
        "\n",
        request.uri().toString(),
        String.valueOf(request.from().tag()),
        request.callId(),
        Long.toString(request.cseq().number()),
        request.topVia().toString());
  }

  static TransactionKey client(SipRequest request) {
    return new TransactionKey(String.valueOf(request.topVia().branch()), "", request.method());
  }

  static TransactionKey client(SipResponse response) {
    return new TransactionKey(
        String.valueOf(response.topVia().branch()), "", response.cseq().method());
  }

  /** Whether the response has a Via of ours and no other (RFC 3261 section 8.1.3.3). */
  static boolean isForUsAlone(SipResponse response) {
    return response.headers().values(HeaderName.VIA).size() == 1;
  }
}
