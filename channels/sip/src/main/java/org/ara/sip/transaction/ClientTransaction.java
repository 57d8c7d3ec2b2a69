package org.ara.sip.transaction;

import org.ara.sip.message.SipRequest;
import org.ara.sip.transport.Hop;

/**
 * A request of ours waiting for its answer (RFC 3261 section 17.1); safe for use by several
 * threads.
 */
public sealed interface ClientTransaction permits BaseClientTransaction {
  /** The request as sent, with the Via of this transaction on top. */
  SipRequest request();

  /** Where it was sent to. */
  Hop hop();

  /**
   * Cancels an INVITE (RFC 3261 section 9.1): CANCEL goes out once a provisional response has come,
   * never after a final one. The outcome still arrives at the listener: usually 487, perhaps a 2xx
   * that crossed and wants its ACK and BYE, and a timeout if no final response comes within 64*T1.
   *
   * @throws IllegalStateException if the request is not an INVITE
   */
  void cancel();

  /**
   * Forgets a request whose answer matters no more: it is not repeated, and nothing is told.
   *
   * @throws IllegalStateException if the request is an INVITE
   */
  void abandon();
}
