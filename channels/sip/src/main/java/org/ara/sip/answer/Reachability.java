package org.ara.sip.answer;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.Via;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.transaction.ServerTransaction;

/**
 * What a request shows about the network between it and us.
 *
 * @param behindNat whether its Via names another address than it comes from
 * @param useSource whether to reach its sender where it comes from, rather than where it says
 * @param comedia whether its media goes to where its media comes from
 */
public record Reachability(boolean behindNat, boolean useSource, boolean comedia) {

  /** Judges a request by its peer's policy, and has its responses sent accordingly. */
  public static Reachability of(ServerTransaction transaction, NatPolicy nat) {
    SipRequest request = transaction.request();
    Via via = request.topVia();
    boolean behindNat = via.received() != null && !via.received().equals(via.host());
    boolean forced = nat.rport().on(behindNat);
    if (forced) {
      transaction.forceRport();
    }
    boolean useSource = forced || via.parameters().contains("rport");
    return new Reachability(behindNat, useSource, nat.comedia().on(behindNat));
  }
}
