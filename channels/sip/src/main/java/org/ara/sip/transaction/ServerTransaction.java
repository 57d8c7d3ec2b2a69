package org.ara.sip.transaction;

import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Hop;

/** A request being answered (RFC 3261 section 17.2); safe for use by several threads. */
public sealed interface ServerTransaction permits BaseServerTransaction {
  SipRequest request();

  /** Where the request came from: the real source address, whatever Via says. */
  Hop hop();

  /**
   * Sends a response and remembers it for retransmissions. After a final one only further 2xx to an
   * INVITE pass (RFC 6026); anything else is ignored.
   *
   * <p>A 2xx to an INVITE is sent once: repeating it until its ACK comes is the caller's duty, see
   * {@link #respondUntilAcked}.
   */
  void respond(SipResponse response);

  /**
   * Sends a 2xx to an INVITE again and again, from T1 doubling to T2, over reliable transports too,
   * until {@link PendingAck#acked} is called or 64*T1 have passed (RFC 3261 section 13.3.1.4).
   *
   * @param noAck run once on a virtual thread if the time ran out: the call should end with BYE
   * @throws IllegalArgumentException if this is not a 2xx to an INVITE
   */
  PendingAck respondUntilAcked(SipResponse success, Runnable noAck);

  /**
   * Sends answers to the source port even though Via did not ask for it with {@code rport} ({@code
   * nat=force_rport}). Takes effect for the responses that follow.
   */
  void forceRport();

  /**
   * Registers what to run once, on a virtual thread, when a CANCEL for this INVITE arrives before a
   * final response; at once if it has arrived. The CANCEL itself is answered already; the INVITE
   * wants its 487 from the caller.
   */
  void onCancel(Runnable action);

  /** Whether a CANCEL arrived before a final response. */
  boolean isCancelled();

  /**
   * Registers what to run once, on a virtual thread, if no ACK came for a final response other than
   * 2xx (Timer H).
   */
  void onTimeout(Runnable action);
}
